package org.yiti.supervision.shelf;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.kernel.code.Code;
import org.yiti.kernel.code.CodeTables;
import org.yiti.supervision.SupervisionRefusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The shelf of rules, with how often each has hit within one's scope. */
@Component
class RuleQueries {

    private static final String ITEMS = """
            select r.*, coalesce(h.open, 0) as open, coalesce(h.closed, 0) as closed, coalesce(h.dismissed, 0) as dismissed,
                   coalesce(h.mended, 0) as mended
              from supervision.rule r
              left join (select rule_id, count(*) filter (where state not in ('CLOSED', 'DISMISSED', 'MENDED')) as open,
                                count(*) filter (where state = 'CLOSED') as closed,
                                count(*) filter (where state = 'DISMISSED') as dismissed,
                                count(*) filter (where state = 'MENDED') as mended
                           from supervision.finding
                          where :everything or institution_id = any(:institutions)
                          group by rule_id) h on h.rule_id = r.id
             where r.shipped and (:id::text is null or r.id = :id)
             order by r.module, r.code, r.id
            """;

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final JdbcClient database;
    private final JsonMapper json;
    private final Scope scope;
    private final ParameterQueries parameters;

    RuleQueries(JdbcClient database, JsonMapper json, Scope scope, ParameterQueries parameters) {
        this.parameters = parameters;
        this.database = database;
        this.json = json;
        this.scope = scope;
    }

    List<RuleView.Item> list() {
        return items(null).query((row, n) -> item(row)).list();
    }

    private JdbcClient.StatementSpec items(@Nullable String id) {
        var institutions = scope.institutions();
        return database.sql(ITEMS)
                .param("everything", institutions == null)
                .param("institutions", institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new))
                .param("id", id);
    }

    @Transactional(readOnly = true)
    public RuleView.Whole get(String id) {
        return items(id)
                .query((row, n) -> whole(row))
                .optional()
                .orElseThrow(() -> new Refused(SupervisionRefusal.RULE_NOT_FOUND, Map.of("rule", id)));
    }

    private RuleView.Item item(ResultSet row) throws SQLException {
        return new RuleView.Item(
                row.getString("id"),
                row.getString("code"),
                row.getString("module"),
                new Label(row.getString("title_zh"), row.getString("title_en")),
                row.getString("severity"),
                row.getString("confidence"),
                row.getBoolean("enabled"),
                json.readValue(row.getString("basis"), new TypeReference<>() {}),
                new RuleView.Hits(
                        row.getLong("open"), row.getLong("closed"), row.getLong("dismissed"), row.getLong("mended")),
                here(row, "last_run_at"),
                row.getObject("last_run_ms", Integer.class),
                error(row.getString("last_error")));
    }

    /** As the database puts it, it may quote what it was looking at: for those who keep the rules. Others learn that it failed. */
    private @Nullable String error(@Nullable String told) {
        return told == null || scope.account().may(Permission.RULE) ? told : "";
    }

    private RuleView.Whole whole(ResultSet row) throws SQLException {
        var by = row.getString("switched_by");
        var at = here(row, "switched_at");
        return new RuleView.Whole(
                item(row),
                new Label(row.getString("explain_zh"), row.getString("explain_en")),
                new Label(row.getString("remedy_zh"), row.getString("remedy_en")),
                row.getInt("due_days"),
                by == null || at == null ? null : new RuleView.Decided(by, at, row.getString("switch_reason")),
                parameters.list((String[]) row.getArray("parameters").getArray()),
                row.getString("find_sql"),
                cases(row.getString("cases")),
                row.getString("unchecked_zh") == null
                        ? null
                        : new Label(row.getString("unchecked_zh"), row.getString("unchecked_en")),
                unjudged(row.getString("id")));
    }

    private List<RuleView.Case> cases(String file) {
        return YAML.readTree(file)
                .path("cases")
                .valueStream()
                .map(one -> new RuleView.Case(
                        new Label(
                                one.path("name").path("zh").asString(""),
                                one.path("name").path("en").asString("")),
                        one.path("as_of").asString(""),
                        json.convertValue(one.path("given"), new TypeReference<Map<String, Object>>() {}),
                        json.convertValue(one.path("finds"), new TypeReference<List<Map<String, Object>>>() {})))
                .toList();
    }

    private List<RuleView.Unjudged> unjudged(String rule) {
        var institutions = scope.institutions();
        return database.sql("""
                        select reason, sum(objects) as objects from supervision.unjudged
                         where rule_id = :rule and (:everything or institution_id = any(:institutions))
                         group by reason order by objects desc, reason
                        """)
                .param("rule", rule)
                .param("everything", institutions == null)
                .param("institutions", institutions == null ? new UUID[0] : institutions.toArray(UUID[]::new))
                .query((row, n) -> new RuleView.Unjudged(
                        row.getString("reason"),
                        CodeTables.get("unjudged-reason")
                                .find(row.getString("reason"))
                                .map(Code::label)
                                .orElse(new Label(row.getString("reason"), row.getString("reason"))),
                        row.getLong("objects")))
                .list();
    }

    static @Nullable OffsetDateTime here(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.withOffsetSameInstant(ZoneOffset.ofHours(8));
    }
}
