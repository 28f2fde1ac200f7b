package org.yiti.supervision.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Refused;
import org.yiti.law.RuleFiles;
import org.yiti.supervision.SupervisionRefusal;

@Component
class OwnRules {

    private final JdbcClient jdbc;
    private final Clock clock;

    OwnRules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<OwnRule> list() {
        return jdbc.sql("select * from supervision.own_rule order by written_at desc, id")
                .query((row, n) -> read(row))
                .list();
    }

    OwnRule get(UUID id) {
        return jdbc.sql("select * from supervision.own_rule where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> new Refused(SupervisionRefusal.OWN_RULE_NOT_FOUND, Map.of("id", id)));
    }

    UUID add(String ruleId, RuleFiles files, String by) {
        try {
            return jdbc.sql("""
                            insert into supervision.own_rule (rule_id, rule_yml, find_sql, cases, written_by, written_at)
                            values (:rule, :yml, :find, :cases, :by, :at) returning id
                            """)
                    .param("rule", ruleId)
                    .param("yml", files.rule())
                    .param("find", files.find())
                    .param("cases", files.cases())
                    .param("by", by)
                    .param("at", OffsetDateTime.now(clock))
                    .query(UUID.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new Refused(SupervisionRefusal.OWN_RULE_NAME_TAKEN, Map.of("rule", ruleId));
        }
    }

    /** @return false when somebody else changed it meanwhile */
    boolean change(OwnRule rule, RuleFiles files, String by) {
        return jdbc.sql("""
                        update supervision.own_rule
                           set rule_yml = :yml, find_sql = :find, cases = :cases, state = 'DRAFT', taken_in_at = null,
                               written_by = :by, written_at = :at, version = version + 1
                         where id = :id and version = :version
                        """)
                        .param("yml", files.rule())
                        .param("find", files.find())
                        .param("cases", files.cases())
                        .param("by", by)
                        .param("at", OffsetDateTime.now(clock))
                        .param("id", rule.id())
                        .param("version", rule.version())
                        .update()
                > 0;
    }

    void takeIn(OwnRule rule) {
        jdbc.sql("update supervision.own_rule set state = 'TAKEN_IN', taken_in_at = :at where id = :id")
                .param("at", OffsetDateTime.now(clock))
                .param("id", rule.id())
                .update();
    }

    void remove(OwnRule rule) {
        jdbc.sql("delete from supervision.own_rule where id = :id")
                .param("id", rule.id())
                .update();
        jdbc.sql("update supervision.rule set shipped = false, enabled = false where id = :rule and own")
                .param("rule", rule.ruleId())
                .update();
    }

    private static OwnRule read(ResultSet row) throws SQLException {
        return new OwnRule(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("rule_id"),
                new RuleFiles(row.getString("rule_yml"), row.getString("find_sql"), null, row.getString("cases")),
                OwnRule.State.valueOf(row.getString("state")),
                new OwnRule.Written(
                        row.getString("written_by"),
                        Objects.requireNonNull(here(row, "written_at")),
                        here(row, "taken_in_at")));
    }

    private static @Nullable OffsetDateTime here(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.withOffsetSameInstant(ZoneOffset.ofHours(8));
    }
}
