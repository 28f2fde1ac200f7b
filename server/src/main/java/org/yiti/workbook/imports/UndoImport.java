package org.yiti.workbook.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.LedgerChanged;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.TakeBack;
import org.yiti.workbook.WorkbookRefusal;

/** Takes a whole import back, from the life line, as long as nothing else has built on it. */
@Component
class UndoImport {

    private final Imports imports;
    private final JdbcClient database;
    private final Ledgers ledgers;
    private final UndoBlockers blockers;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    UndoImport(
            Imports imports,
            JdbcClient database,
            Ledgers ledgers,
            UndoBlockers blockers,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.imports = imports;
        this.database = database;
        this.ledgers = ledgers;
        this.blockers = blockers;
        this.transaction = transaction;
        this.events = events;
    }

    void handle(UUID id) {
        var found = imports.find(id);
        if (found.isEmpty() || found.get().state() != Import.State.UNDOING) {
            return;
        }
        var applied = found.get();
        try {
            Acting.as(
                    by(applied),
                    id,
                    "撤销导入 " + applied.fileName(),
                    () -> transaction.execute(status -> {
                        undo(applied);
                        return Boolean.TRUE;
                    }));
        } catch (Refused refused) {
            back(applied, Refusals.of(refused));
        } catch (DataIntegrityViolationException violation) {
            back(applied, Refusals.of(new Refused(WorkbookRefusal.UNDO_BLOCKED, Map.of("by", ""))));
        }
    }

    private void back(Import applied, Import.Refusal refusal) {
        imports.refuse(applied.id(), refusal);
        Acting.as(by(applied), () -> imports.move(applied.id(), Import.State.UNDOING, Import.State.APPLIED));
    }

    private static Account by(Import applied) {
        return applied.undoneBy() == null ? applied.account() : applied.undoneBy();
    }

    private void undo(Import applied) {
        var found = blockers.of(applied);
        if (!found.isEmpty()) {
            throw new Refused(
                    WorkbookRefusal.UNDO_BLOCKED,
                    Map.of("by", found.stream().map(UndoBlockers.Blocker::told).collect(Collectors.joining("、"))));
        }
        update(
                "create temp table undone on commit drop as select object_id, ledger, action, before"
                        + " from lifeline.change where import_id = :import",
                applied);
        database.sql("analyze undone").update();
        var takeBack = new TakeBack(database);
        var touched = touched(applied);
        blockers.refuseBeyondReach(applied);
        Collections.reverse(touched);
        for (var ledger : touched) {
            if (ledger.isFlow()) {
                takeBack.ofFlow(ledger, applied.id());
                blockers.refuseLeftOver(ledger, applied);
            } else {
                takeBack.of(ledger);
            }
        }
        touched.forEach(ledger -> events.publishEvent(new LedgerChanged(ledger.name(), null)));
        imports.refuse(applied.id(), null);
        imports.move(applied.id(), Import.State.UNDOING, Import.State.UNDONE);
    }

    private void update(String sql, Import applied) {
        database.sql(sql).param("import", applied.id()).update();
    }

    private List<Ledger> touched(Import applied) {
        return new ArrayList<>(
                ledgers.all().stream().filter(ledger -> applied.touches(ledger)).toList());
    }
}
