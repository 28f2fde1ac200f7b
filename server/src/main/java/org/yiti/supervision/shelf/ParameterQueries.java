package org.yiti.supervision.shelf;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Label;
import org.yiti.kernel.code.Code;
import org.yiti.kernel.code.CodeTables;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The numbers a rule judges by, with those that wait to be confirmed. */
@Component
class ParameterQueries {

    private final JdbcClient database;
    private final JsonMapper json;

    ParameterQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    List<RuleView.Parameter> list(String[] ids) {
        return database.sql("""
                        select p.*, c.confirmed_by, c.confirmed_at, c.reason,
                               exists (select from law.parameter_value v where v.parameter_id = p.id and v.confidence = 'TO_CONFIRM') as waits
                          from law.parameter p left join law.confirmation c on c.parameter_id = p.id
                         where p.id = any(:ids) order by p.id
                        """)
                .param("ids", ids)
                .query((row, n) -> new RuleView.Parameter(
                        row.getString("id"),
                        new Label(row.getString("title_zh"), row.getString("title_en")),
                        row.getString("unit"),
                        row.getString("stricter"),
                        List.of((String[]) row.getArray("dimensions").getArray()),
                        words(row.getString("codes")),
                        values(row.getString("id")),
                        row.getBoolean("waits"),
                        confirmed(row)))
                .list();
    }

    private Map<String, RuleView.Wording> words(String codes) {
        var words = new LinkedHashMap<String, RuleView.Wording>();
        json.readValue(codes, new TypeReference<Map<String, String>>() {}).forEach((name, id) -> {
            var table = CodeTables.get(id);
            words.put(
                    name,
                    new RuleView.Wording(
                            table.title(), table.codes().stream().collect(Collectors.toMap(Code::code, Code::label))));
        });
        return words;
    }

    private static RuleView.@Nullable Decided confirmed(ResultSet row) throws SQLException {
        var at = RuleQueries.here(row, "confirmed_at");
        return at == null ? null : new RuleView.Decided(row.getString("confirmed_by"), at, row.getString("reason"));
    }

    private List<RuleView.Value> values(String parameter) {
        return database.sql("""
                        select v.*, lower(v.valid) as valid_from, upper(v.valid) as valid_to, d.name as region_name,
                               v.confidence <> 'TO_CONFIRM' or c.parameter_id is not null as used
                          from law.parameter_value v
                          left join organization.division d on d.code = v.division
                          left join law.confirmation c on c.parameter_id = v.parameter_id
                         where v.parameter_id = :parameter
                         order by v.division nulls first, lower(v.valid) desc, v.dims::text
                        """)
                .param("parameter", parameter)
                .query((row, n) -> new RuleView.Value(
                        row.getString("division"),
                        row.getString("region_name"),
                        day(row, "valid_from"),
                        day(row, "valid_to"),
                        json.readValue(row.getString("dims"), new TypeReference<>() {}),
                        row.getString("text_value"),
                        row.getBigDecimal("value"),
                        row.getString("confidence"),
                        row.getString("source"),
                        row.getString("article"),
                        row.getString("note"),
                        row.getBoolean("used")))
                .list();
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        var day = row.getString(column);
        return day == null || day.contains("infinity") ? null : LocalDate.parse(day);
    }
}
