package org.yiti.workbook.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiti.identity.Acting;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.file.TemporaryFiles;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.checking.Stage;
import org.yiti.safeguard.Reveal;
import org.yiti.workbook.WorkbookRefusal;
import org.yiti.workbook.file.Limits;
import org.yiti.workbook.file.Row;
import org.yiti.workbook.file.UnreadableFile;
import org.yiti.workbook.file.WorkbookFile;

/** The dry run: reads a workbook into stages, judges every row, and changes no ledger. */
@Component
class CheckImport {

    private static final int LOOKED_AT = 20;
    private static final Set<String> OUR_NOTES = Set.of("填写说明", "说明");

    private final Imports imports;
    private final Stages stages;
    private final Ledgers ledgers;
    private final Scope scope;
    private final Reveal reveal;
    private final TemporaryFiles temporary;

    CheckImport(Imports imports, Stages stages, Ledgers ledgers, Scope scope, Reveal reveal, TemporaryFiles temporary) {
        this.reveal = reveal;
        this.temporary = temporary;
        this.imports = imports;
        this.stages = stages;
        this.ledgers = ledgers;
        this.scope = scope;
    }

    /** Goes on where a killed server left off: rows that were read in are not read again. */
    void handle(UUID id) {
        var found = imports.find(id);
        if (found.isEmpty()) {
            return;
        }
        var incoming = found.get();
        imports.move(id, Import.State.WAITING, Import.State.CHECKING);
        if (imports.find(id).map(Import::state).orElse(Import.State.FAILED) != Import.State.CHECKING) {
            return;
        }
        try {
            imports.sheets(id, Acting.as(incoming.account(), id, null, () -> check(incoming)));
            imports.move(id, Import.State.CHECKING, Import.State.CHECKED);
        } catch (Pace.Cancelled cancelled) {
            stages.drop(incoming);
            imports.forgetFile(id);
            imports.move(id, Import.State.CHECKING, Import.State.CANCELLED);
        } catch (UnreadableFile unreadable) {
            fail(incoming, Refusals.of(unreadable));
        } catch (Refused refused) {
            fail(incoming, Refusals.of(refused));
        }
    }

    private void fail(Import incoming, Import.Refusal refusal) {
        stages.drop(incoming);
        imports.forgetFile(incoming.id());
        imports.refuse(incoming.id(), refusal);
        imports.move(incoming.id(), Import.State.CHECKING, Import.State.FAILED);
    }

    private List<Import.SheetResult> check(Import incoming) {
        try {
            var file = temporary.create();
            try {
                imports.copyTo(incoming.id(), file);
                try (var workbook = WorkbookFile.open(file, incoming.fileName(), Limits.DEFAULT)) {
                    return check(incoming, workbook);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Import.SheetResult> check(Import incoming, WorkbookFile workbook) {
        var plans = plans(incoming, workbook);
        var order = recognised(plans);
        var pace = new Pace(imports, incoming.id());
        var done = new ArrayList<Stage>();
        var results = new ArrayList<Import.SheetResult>();
        var sizes = order.stream()
                .mapToLong(plan -> workbook.size(plan.sheet().name()))
                .toArray();
        var all = (double) Arrays.stream(sizes).sum();
        var before = 0.0;
        for (var plan : order) {
            var match = plan.matched();
            var part = sizes[results.size()] / all;
            reveal.compared(match.ledger(), match.names());
            var stage = stages.of(incoming.id(), plan.place(), plan.sheet().name(), match, done);
            read(workbook, plan, stage, pace, before, part);
            pace.report("JUDGING", plan.sheet().name(), before + 0.9 * part);
            before += part;
            stage.settleNames(scope.institutions(Permission.IMPORT));
            var outcome = stage.judgeAhead(scope.institutions(Permission.IMPORT));
            done.add(stage);
            results.add(Results.of(plan.sheet().name(), match, stage.name(), outcome));
        }
        plans.stream()
                .filter(plan ->
                        plan.match() == null && !OUR_NOTES.contains(plan.sheet().name()))
                .forEach(plan -> results.add(Results.unrecognised(plan.sheet().name(), plan.nearest())));
        return results;
    }

    /** Those that a ledger fits, in loading order. */
    private List<SheetPlan> recognised(List<SheetPlan> plans) {
        if (plans.isEmpty()) {
            throw new Refused(WorkbookRefusal.NOTHING_IN_IT);
        }
        var found = plans.stream()
                .filter(plan -> plan.match() != null)
                .sorted(Comparator.comparingInt(
                        plan -> ledgers.order(plan.matched().ledger())))
                .toList();
        if (found.isEmpty()) {
            throw SheetPlan.fitsNone(plans);
        }
        return found;
    }

    private List<SheetPlan> plans(Import incoming, WorkbookFile workbook) {
        var plans = new ArrayList<SheetPlan>();
        var wanted = ledgers.all().stream().filter(this::mayImport).toList();
        for (var sheet : workbook.sheets()) {
            if (sheet.hidden()) {
                continue;
            }
            var first = new ArrayList<Row>();
            workbook.read(sheet.name(), row -> first.add(row) && first.size() < LOOKED_AT);
            if (!first.isEmpty()) {
                plans.add(SheetPlan.of(sheet, plans.size(), first, wanted, incoming.ledger()));
            }
        }
        return plans;
    }

    private boolean mayImport(Ledger ledger) {
        return !ledger.isEveryones() || scope.account().mayEverywhere(Permission.IMPORT);
    }

    private void read(WorkbookFile workbook, SheetPlan plan, Stage stage, Pace pace, double before, double part) {
        stage.create();
        var last = stage.lastRow();
        var match = plan.matched();
        try (var writer = stage.writer()) {
            var cells = new SheetCells(writer, match, workbook.isDelimited());
            if (last == 0) {
                cells.header(match);
            }
            workbook.read(plan.sheet().name(), row -> {
                if (row.number() > match.headerRow() && row.number() > last && cells.has(row)) {
                    cells.row(row);
                }
                pace.row("READING", plan.sheet().name(), () -> before + part * 0.8 * workbook.progress());
                return true;
            });
        }
    }
}
