package org.yiti.workbook.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Acting;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.LedgerChanged;
import org.yiti.kernel.problem.ConstraintNames;
import org.yiti.ledger.checking.Stage;
import org.yiti.workbook.WorkbookRefusal;

/** Puts a checked import into the ledgers: all its sound rows in one transaction, or none. */
@Component
class ApplyImport {

    private static final Logger log = LoggerFactory.getLogger(ApplyImport.class);
    private static final int NAMED_INSTITUTIONS = 200;

    private final Imports imports;
    private final Stages stages;
    private final ImportJobs jobs;
    private final Scope scope;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final ConstraintNames constraints;

    ApplyImport(
            Imports imports,
            Stages stages,
            ImportJobs jobs,
            Scope scope,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            ConstraintNames constraints) {
        this.imports = imports;
        this.stages = stages;
        this.jobs = jobs;
        this.scope = scope;
        this.transaction = transaction;
        this.events = events;
        this.constraints = constraints;
    }

    void handle(UUID id) {
        var found = imports.find(id);
        if (found.isEmpty() || found.get().state() != Import.State.APPLYING) {
            return;
        }
        var checked = found.get();
        try {
            Acting.as(
                    checked.account(),
                    id,
                    checked.fileName(),
                    () -> transaction.execute(status -> {
                        apply(checked);
                        return Boolean.TRUE;
                    }));
            stages.drop(checked);
        } catch (Pace.Cancelled cancelled) {
            imports.move(id, Import.State.APPLYING, Import.State.CHECKED);
        } catch (Refused refused) {
            if (refused.refusal() == WorkbookRefusal.CHECK_LOST) {
                checkAgain(checked, Refusals.of(refused));
            } else {
                back(id, Refusals.of(refused));
            }
        } catch (DataIntegrityViolationException violation) {
            log.warn("Import {} contradicts the ledger: {}", id, violation.getMessage());
            back(
                    id,
                    Refusals.of(new Refused(
                            WorkbookRefusal.CONTRADICTS_LEDGER, Map.of("constraint", constraints.of(violation)))));
        }
    }

    private void back(UUID id, Import.Refusal refusal) {
        imports.refuse(id, refusal);
        imports.move(id, Import.State.APPLYING, Import.State.CHECKED);
    }

    /** Without seeming checked in between, when it could be applied once more. */
    private void checkAgain(Import checked, Import.Refusal refusal) {
        stages.drop(checked);
        imports.refuse(checked.id(), refusal);
        if (imports.move(checked.id(), Import.State.APPLYING, Import.State.WAITING)) {
            jobs.check(checked.id());
        }
    }

    private void apply(Import checked) {
        var pace = new Pace(imports, checked.id());
        var all = stages.of(checked);
        var sheets = stages.recognised(checked);
        var results = new ArrayList<Import.SheetResult>();
        var shares = shares(sheets);
        var within = scope.institutions(Permission.IMPORT);
        // One for all: the ids of new rows, to which others refer, are made by judging.
        var isJudged = all.stream().allMatch(stage -> stage.isStillJudged(within));
        var outcomes = new ArrayList<Stage.Outcome>();
        // All are judged before any is merged: what one sheet adds is looked up by the next among its candidates.
        for (var i = 0; i < all.size(); i++) {
            pace.report("JUDGING", sheets.get(i).sheet(), 0.5 * shares[i]);
            var outcome = isJudged ? all.get(i).outcome() : all.get(i).judge(within);
            outcomes.add(outcome);
            // Stages are not logged: a database that crashed has emptied them.
            if (outcome.rows() != sheets.get(i).rows()) {
                throw new Refused(WorkbookRefusal.CHECK_LOST);
            }
            results.add(Results.again(sheets.get(i), outcome));
            if (outcome.bad() > 0 && !checked.skipBad()) {
                throw new Refused(WorkbookRefusal.CHANGED_SINCE_CHECK, Map.of("rows", outcome.bad()));
            }
        }
        for (var i = 0; i < all.size(); i++) {
            pace.report("MERGING", sheets.get(i).sheet(), 0.5 + 0.5 * shares[i]);
            all.get(i).merge(checked.id(), outcomes.get(i));
        }
        all.forEach(
                stage -> events.publishEvent(new LedgerChanged(stage.ledger().name(), touched(stage))));
        // What was left out goes on being told.
        checked.sheets().stream().filter(sheet -> sheet.stage() == null).forEach(results::add);
        imports.sheets(checked.id(), results);
        imports.move(checked.id(), Import.State.APPLYING, Import.State.APPLIED);
    }

    /** How much of all rows lies before each sheet. */
    private static double[] shares(List<Import.SheetResult> sheets) {
        var all =
                Math.max(1, sheets.stream().mapToLong(Import.SheetResult::rows).sum());
        var before = 0L;
        var shares = new double[sheets.size()];
        for (var i = 0; i < shares.length; i++) {
            shares[i] = (double) before / all;
            before += sheets.get(i).rows();
        }
        return shares;
    }

    private static @Nullable Set<UUID> touched(Stage stage) {
        List<UUID> institutions = stage.touchedInstitutions(NAMED_INSTITUTIONS + 1);
        return institutions.size() > NAMED_INSTITUTIONS ? null : new HashSet<>(institutions);
    }
}
