package org.yiti.workbook.imports;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.ledger.Reference;
import org.yiti.ledger.LedgerSql;
import org.yiti.ledger.Overwritten;

/** What has happened since to the rows of an import, and what else now points at them: then it cannot be taken back. */
@Component
class UndoBlockers {

    private static final int NAMED = 10;

    /** @param rows some of them, by their keys */
    record Blocker(Label title, long count, List<String> rows) {

        String told() {
            return title.zh() + " " + count
                    + (rows.isEmpty() ? "" : "(" + String.join(",", rows) + (count > rows.size() ? "…" : "") + ")");
        }
    }

    private final JdbcClient database;
    private final Ledgers ledgers;
    private final Scope scope;

    UndoBlockers(JdbcClient database, Ledgers ledgers, Scope scope) {
        this.scope = scope;
        this.database = database;
        this.ledgers = ledgers;
    }

    List<Blocker> of(Import applied) {
        if (applied.state() != Import.State.APPLIED && applied.state() != Import.State.UNDOING) {
            return List.of();
        }
        return ledgers.all().stream()
                .map(ledger -> ledger.isFlow() ? flowing(ledger, applied) : standing(ledger, applied))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Blocker standing(Ledger ledger, Import applied) {
        var parts = new ArrayList<String>();
        if (applied.touches(ledger)) {
            parts.add(CHANGED_LATER.formatted(ledger.name()));
            parts.add(HOLDING_PAPERS.formatted(ledger.name()));
        }
        pointing(ledger, applied)
                .forEach(reference -> parts.add(USING.formatted(ledger.name(), reference.db(), reference.ledger())));
        return parts.isEmpty() ? null : blocker(ledger, "t.id in (" + String.join(" union ", parts) + ")", applied, 0);
    }

    /** Readings have no life line: what was written over this import, or by it before that was kept, cannot be had back. */
    private @Nullable Blocker flowing(Ledger ledger, Import applied) {
        var lost = 0L;
        if (applied.touches(ledger.name())) {
            var sheets = applied.sheets().stream()
                    .filter(sheet -> ledger.name().equals(sheet.ledger()))
                    .toList();
            var written = sheets.stream()
                    .mapToLong(sheet -> sheet.added() + sheet.changed())
                    .sum();
            var left = count(ledger.name() + " t where t.import_id = :import", applied);
            var kept = count(Overwritten.table(ledger) + " t where t.import_id = :import", applied);
            lost = Math.max(
                            0,
                            sheets.stream()
                                            .mapToLong(Import.SheetResult::changed)
                                            .sum()
                                    - kept)
                    + Math.max(0, written - left);
        }
        var users = pointing(ledger, applied)
                .map(reference -> FLOWING_USE.formatted(reference.db(), reference.ledger()))
                .collect(joining(" or "));
        return users.isEmpty() && lost == 0 ? null : blocker(ledger, users.isEmpty() ? "false" : users, applied, lost);
    }

    private static Stream<Reference> pointing(Ledger ledger, Import applied) {
        return ledger.references().stream().filter(reference -> applied.touches(reference.ledger()));
    }

    private @Nullable Blocker blocker(Ledger ledger, String condition, Import applied, long more) {
        var count = count(ledger.name() + " t where " + condition, applied) + more;
        return count == 0 ? null : new Blocker(ledger.title(), count, names(ledger, condition, applied));
    }

    private long count(String from, Import applied) {
        return database.sql("select count(*) from " + from)
                .param("import", applied.id())
                .query(Long.class)
                .single();
    }

    private List<String> names(Ledger ledger, String condition, Import applied) {
        var sql = new LedgerSql(ledgers, ledger);
        var keys = ledger.key().stream()
                .map(key -> sql.expression(ledger.column(key)))
                .collect(joining(", "));
        return database.sql("select concat_ws(' ', " + keys + ") " + sql.from() + " where " + condition
                        + " order by 1 limit " + NAMED)
                .param("import", applied.id())
                .query(String.class)
                .list();
    }

    private static final String CHANGED_LATER = """
            select c.object_id from lifeline.change c
             where c.import_id = :import and c.ledger = '%1$s'
               and exists (select from lifeline.change later where later.object_id = c.object_id and later.id > c.id
                            and later.import_id is distinct from :import
                            and not exists (select from workbook.import i where i.id = later.import_id and i.state = 'UNDONE'))
            """;

    private static final String HOLDING_PAPERS = """
            select c.object_id from lifeline.change c join ledger.paper p on p.holder_id = c.object_id and p.removed_at is null
             where c.import_id = :import and c.ledger = '%1$s' and c.action = 'CREATED'
            """;

    private static final String USING = """
            select u.id from lifeline.change c join %1$s u on u.%2$s = c.object_id
             where c.import_id = :import and c.ledger = '%3$s' and c.action = 'CREATED'
               and not exists (select from lifeline.change mine where mine.object_id = u.id and mine.import_id = :import)
            """;

    private static final String FLOWING_USE = """
            t.import_id is distinct from :import and t.%1$s in (select c.object_id from lifeline.change c
             where c.import_id = :import and c.ledger = '%2$s' and c.action = 'CREATED')
            """;

    /** Rows that whoever takes it back may not reach (any more) would silently stay as they are. */
    void refuseBeyondReach(Import applied) {
        var mine = scope.institutions(Permission.IMPORT);
        if (mine != null) {
            refuseIf(
                    "select exists (select from lifeline.change where import_id = :import and institution_id <> all (:mine))",
                    applied,
                    mine);
        }
    }

    /** The same of a flow, whose rows have no life line, once what is reached is gone. */
    void refuseLeftOver(Ledger flow, Import applied) {
        refuseIf("select exists (select from " + flow.name() + " where import_id = :import)", applied, Set.of());
    }

    private void refuseIf(String question, Import applied, Set<UUID> mine) {
        var beyond = Unscoped.because(
                "what is not seen would be taken for taken back",
                () -> database.sql(question)
                        .param("import", applied.id())
                        .param("mine", mine.toArray(UUID[]::new))
                        .query(Boolean.class)
                        .single());
        if (beyond) {
            throw new Refused(IdentityRefusal.NOT_PERMITTED, Map.of("permission", Permission.IMPORT.code()));
        }
    }
}
