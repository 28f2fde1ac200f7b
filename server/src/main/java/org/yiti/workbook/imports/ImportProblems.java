package org.yiti.workbook.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;

/** What was wrong with an import: place by place, and kind by kind. */
@Component
class ImportProblems {

    record Problem(
            long id,
            String sheet,
            long row,
            @Nullable String column,
            @Nullable String columnLabel,
            @Nullable String value,
            String severity,
            String message,
            @Nullable String allowed) {}

    record Page(List<Problem> items, @Nullable Long next, long total) {}

    /** The same thing wrong in the same column of a sheet. */
    record Kind(
            String sheet,
            @Nullable String column,
            @Nullable String columnLabel,
            String severity,
            String message,
            long rows) {}

    /** @param severity ERROR or WARNING; null for both */
    record Narrowed(
            @Nullable String sheet,
            @Nullable String column,
            @Nullable String severity) {}

    private static final int KINDS = 20;

    private static final String WHICH = """
             from ledger.problem
             where stage like :pattern and (:stage::text is null or stage = :stage)
               and (:column::text is null or column_name = :column) and (:error::boolean is null or error = :error)
            """;

    private final JdbcClient database;
    private final Ledgers ledgers;
    private final Masking masking;

    ImportProblems(JdbcClient database, Ledgers ledgers, Masking masking) {
        this.masking = masking;
        this.database = database;
        this.ledgers = ledgers;
    }

    Page page(Import checked, Narrowed narrowed, @Nullable Long after, int limit, Locale locale) {
        var items = asked("""
                        select id, stage, row_no, column_name, value, error, message_zh, message_en, allowed_zh, allowed_en
                        """ + WHICH + """
                           and (:after::bigint is null or (not error, row_no, id) >
                               (select not error, row_no, id from ledger.problem where id = :after))
                         order by not error, row_no, id limit :limit
                        """, checked, narrowed)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> problem(checked, row, locale))
                .list();
        var total = asked("select count(*)" + WHICH, checked, narrowed)
                .query(Long.class)
                .single();
        return new Page(items, items.size() == limit ? items.get(limit - 1).id() : null, total);
    }

    List<Kind> kinds(Import checked, Locale locale) {
        return asked(
                        "select stage, column_name, error, message_zh, message_en, count(*) as rows" + WHICH
                                + " group by stage, column_name, error, message_zh, message_en"
                                + " order by error desc, rows desc, stage, column_name limit " + KINDS,
                        checked,
                        new Narrowed(null, null, null))
                .query((row, n) -> {
                    var sheet = sheet(checked, row.getString("stage"));
                    var column = row.getString("column_name");
                    return new Kind(
                            sheet.sheet(),
                            column,
                            label(sheet, column, locale),
                            severity(row),
                            said(row, "message", locale),
                            row.getLong("rows"));
                })
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Import checked, Narrowed narrowed) {
        return database.sql(sql)
                .param("pattern", Stages.prefix(checked.id()).replace("_", "\\_") + "%")
                .param("stage", stage(checked, narrowed.sheet()))
                .param("column", narrowed.column())
                .param("error", narrowed.severity() == null ? null : "ERROR".equals(narrowed.severity()));
    }

    private static @Nullable String stage(Import checked, @Nullable String name) {
        return name == null
                ? null
                : checked.sheets().stream()
                        .filter(sheet -> sheet.sheet().equals(name))
                        .map(Import.SheetResult::stage)
                        .filter(Objects::nonNull) // one that was left out has none
                        .findFirst()
                        .orElse("");
    }

    private Problem problem(Import checked, ResultSet row, Locale locale) throws SQLException {
        var sheet = sheet(checked, row.getString("stage"));
        var column = row.getString("column_name");
        if (row.getString("value") != null) {
            masking.told(
                    new Place("workbook.import", checked.id(), checked.account().institutionId(), "value"));
        }
        return new Problem(
                row.getLong("id"),
                sheet.sheet(),
                row.getLong("row_no"),
                column,
                label(sheet, column, locale),
                row.getString("value"),
                severity(row),
                said(row, "message", locale),
                row.getString("allowed_zh") == null ? null : said(row, "allowed", locale));
    }

    private static String severity(ResultSet row) throws SQLException {
        return row.getBoolean("error") ? "ERROR" : "WARNING";
    }

    private static String said(ResultSet row, String what, Locale locale) throws SQLException {
        return new Label(row.getString(what + "_zh"), row.getString(what + "_en")).in(locale);
    }

    private static Import.SheetResult sheet(Import checked, String stage) {
        return checked.sheets().stream()
                .filter(sheet -> stage.equals(sheet.stage()))
                .findFirst()
                .orElseGet(() -> Results.unrecognised("", null));
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
