package org.yiti.workbook.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Acting;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.LedgerChanged;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.workbook.WorkbookRefusal;

/** Takes a whole import back, from the life line, as long as nothing else has built on it. */
@Component
class UndoImport {

    /** Rows that stand in the way of an undo. */
    record Blocker(Label title, long count) {}

    private final Imports imports;
    private final JdbcClient database;
    private final Ledgers ledgers;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    UndoImport(
            Imports imports,
            JdbcClient database,
            Ledgers ledgers,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.imports = imports;
        this.database = database;
        this.ledgers = ledgers;
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
                    applied.account(),
                    null,
                    "撤销导入 " + applied.fileName(),
                    () -> transaction.execute(status -> {
                        undo(applied);
                        return Boolean.TRUE;
                    }));
        } catch (Refused refused) {
            back(id, Refusals.of(refused));
        } catch (DataIntegrityViolationException violation) {
            back(id, Refusals.of(new Refused(WorkbookRefusal.UNDO_BLOCKED, Map.of("by", ""))));
        }
    }

    private void back(UUID id, Import.Refusal refusal) {
        imports.refuse(id, refusal);
        imports.move(id, Import.State.UNDOING, Import.State.APPLIED);
    }

    private void undo(Import applied) {
        var blockers = blockers(applied);
        if (!blockers.isEmpty()) {
            throw new Refused(
                    WorkbookRefusal.UNDO_BLOCKED,
                    Map.of(
                            "by",
                            blockers.stream()
                                    .map(b -> b.title().zh() + " " + b.count())
                                    .collect(Collectors.joining("、"))));
        }
        var touched = touched(applied);
        Collections.reverse(touched);
        for (var ledger : touched) {
            if (ledger.isFlow()) {
                update("delete from " + ledger.name() + " where import_id = :import", applied);
            } else {
                update(
                        "delete from " + ledger.name() + " where id in (select object_id from lifeline.change"
                                + " where import_id = :import and ledger = '" + ledger.name()
                                + "' and action = 'CREATED')",
                        applied);
                restore(ledger, applied);
            }
        }
        touched.forEach(ledger -> events.publishEvent(new LedgerChanged(ledger.name(), null)));
        imports.refuse(applied.id(), null);
        imports.move(applied.id(), Import.State.UNDOING, Import.State.UNDONE);
    }

    private void restore(Ledger ledger, Import applied) {
        var columns = columns(ledger);
        var set = columns.stream().map(column -> column + " = was." + column).collect(Collectors.joining(", "));
        update(
                "update %1$s t set %2$s from (select c.object_id, (jsonb_populate_record(now, c.before)).* from lifeline.change c join %1$s now on now.id = c.object_id where c.import_id = :import and c.ledger = '%1$s' and c.action = 'CHANGED') was where t.id = was.object_id"
                        .formatted(ledger.name(), set),
                applied);
    }

    private void update(String sql, Import applied) {
        database.sql(sql).param("import", applied.id()).update();
    }

    private List<String> columns(Ledger ledger) {
        return database.sql("""
                        select column_name from information_schema.columns
                         where table_schema || '.' || table_name = :table and is_generated = 'NEVER'
                           and column_name not in ('id', 'version')
                        """)
                .param("table", ledger.name())
                .query(String.class)
                .list();
    }

    private List<Ledger> touched(Import applied) {
        var names = applied.sheets().stream().map(Import.SheetResult::ledger).toList();
        return new ArrayList<>(ledgers.all().stream()
                .filter(ledger -> names.contains(ledger.name()))
                .toList());
    }

    /** What has happened since to rows of this import, and what else now points at them. */
    List<Blocker> blockers(Import applied) {
        if (applied.state() != Import.State.APPLIED && applied.state() != Import.State.UNDOING) {
            return List.of();
        }
        var found = new HashMap<String, Long>();
        for (var ledger : touched(applied)) {
            if (ledger.isFlow()) {
                applied.sheets().stream()
                        .filter(sheet -> ledger.name().equals(sheet.ledger()))
                        .forEach(sheet -> found.merge(ledger.name(), sheet.changed(), Long::sum));
                continue;
            }
            found.merge(ledger.name(), count(LATER, ledger, applied), Long::sum);
            for (var other : ledgers.all()) {
                other.references().stream()
                        .filter(reference -> reference.ledger().equals(ledger.name()))
                        .forEach(reference -> found.merge(
                                other.name(),
                                count(
                                        (other.isFlow() ? FLOWING_USE : USE)
                                                .formatted(other.name(), reference.db(), ledger.name()),
                                        ledger,
                                        applied),
                                Long::sum));
            }
        }
        return found.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new Blocker(ledgers.get(entry.getKey()).title(), entry.getValue()))
                .toList();
    }

    private static final String LATER = """
            select count(distinct c.object_id) from lifeline.change c
              join lifeline.change later on later.object_id = c.object_id and later.id > c.id
               and later.import_id is distinct from :import
             where c.import_id = :import and c.ledger = :ledger
            """;

    private static final String USE = """
            select count(*) from lifeline.change c join %1$s user_row on user_row.%2$s = c.object_id
             where c.import_id = :import and c.ledger = :ledger and c.action = 'CREATED'
               and not exists (select from lifeline.change mine where mine.object_id = user_row.id
                                and mine.import_id = :import and mine.action = 'CREATED')
            """;

    private static final String FLOWING_USE = """
            select count(*) from lifeline.change c join %1$s user_row on user_row.%2$s = c.object_id
             where c.import_id = :import and c.ledger = :ledger and c.action = 'CREATED'
               and user_row.import_id is distinct from :import
            """;

    private long count(String sql, Ledger ledger, Import applied) {
        return database.sql(sql)
                .param("import", applied.id())
                .param("ledger", ledger.name())
                .query(Long.class)
                .single();
    }
}
