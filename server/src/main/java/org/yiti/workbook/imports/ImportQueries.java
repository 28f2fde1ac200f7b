package org.yiti.workbook.imports;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.kernel.problem.Wording;

/** How imports stand, and what was wrong with them. */
@Component
class ImportQueries {

    record ProblemView(
            long id,
            String sheet,
            long row,
            @Nullable String column,
            @Nullable String columnLabel,
            @Nullable String value,
            String severity,
            String message,
            @Nullable String allowed) {}

    record ProblemPage(List<ProblemView> items, @Nullable Long next, long total) {}

    private final JdbcClient database;
    private final Imports imports;
    private final UndoImport undo;
    private final Ledgers ledgers;
    private final Wording wording;
    private final Scope scope;

    ImportQueries(
            JdbcClient database, Imports imports, UndoImport undo, Ledgers ledgers, Wording wording, Scope scope) {
        this.database = database;
        this.imports = imports;
        this.undo = undo;
        this.ledgers = ledgers;
        this.wording = wording;
        this.scope = scope;
    }

    List<ImportView> newest(@Nullable UUID after, int limit, Locale locale) {
        var account = scope.account();
        return imports.newest(account.everything() ? null : account.account(), after, limit).stream()
                .map(found -> view(found, List.of(), locale))
                .toList();
    }

    ImportView view(Import found, Locale locale) {
        return view(found, undo.blockers(found), locale);
    }

    private ImportView view(Import found, List<UndoImport.Blocker> blockers, Locale locale) {
        var refusal = found.refusal();
        return new ImportView(
                found.id(),
                found.fileName(),
                found.size(),
                found.state(),
                found.progress(),
                found.sheets().stream()
                        .map(s -> new ImportView.Sheet(
                                s.sheet(),
                                s.ledger(),
                                s.title(),
                                s.rows(),
                                s.added(),
                                s.changed(),
                                s.same(),
                                s.bad(),
                                s.ignoredColumns(),
                                s.missingColumns()))
                        .toList(),
                found.problems(),
                refusal == null
                        ? null
                        : new ImportView.Problem(
                                refusal.type(),
                                wording.of(refusal.wording(), locale, refusal.facts()),
                                refusal.facts()),
                found.account().name(),
                found.createdAt(),
                found.appliedAt(),
                found.state() == Import.State.APPLIED && blockers.isEmpty(),
                blockers);
    }

    ProblemPage problems(Import checked, @Nullable Long after, int limit, Locale locale) {
        var pattern = Stages.prefix(checked.id()).replace("_", "\\_") + "%";
        var items = database.sql("""
                        select id, stage, row_no, column_name, value, error, message_zh, message_en, allowed_zh, allowed_en
                          from ledger.problem
                         where stage like :pattern and (:after::bigint is null or (not error, row_no, id) >
                               (select not error, row_no, id from ledger.problem where id = :after))
                         order by not error, row_no, id limit :limit
                        """)
                .param("pattern", pattern)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> {
                    var sheet = sheet(checked, row.getString("stage"));
                    var column = row.getString("column_name");
                    return new ProblemView(
                            row.getLong("id"),
                            sheet.sheet(),
                            row.getLong("row_no"),
                            column,
                            label(sheet, column, locale),
                            row.getString("value"),
                            row.getBoolean("error") ? "ERROR" : "WARNING",
                            new Label(row.getString("message_zh"), row.getString("message_en")).in(locale),
                            row.getString("allowed_zh") == null
                                    ? null
                                    : new Label(row.getString("allowed_zh"), row.getString("allowed_en")).in(locale));
                })
                .list();
        var total = database.sql("select count(*) from ledger.problem where stage like :pattern")
                .param("pattern", pattern)
                .query(Long.class)
                .single();
        return new ProblemPage(
                items, items.size() == limit ? items.get(limit - 1).id() : null, total);
    }

    private static Import.SheetResult sheet(Import checked, String stage) {
        return checked.sheets().stream()
                .filter(sheet -> stage.equals(sheet.stage()))
                .findFirst()
                .orElseGet(() -> Results.unrecognised(""));
    }

    private @Nullable String label(Import.SheetResult sheet, @Nullable String column, Locale locale) {
        if (column == null || sheet.ledger() == null) {
            return null;
        }
        return ledgers.get(sheet.ledger())
                .find(column)
                .map(found -> found.label().in(locale))
                .orElse(column);
    }
}
