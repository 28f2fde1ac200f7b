package org.yiti.supervision.laboratory;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

/** Every wording a rule had here, the latest first. */
@RestController
@RequestMapping("/api/supervision/laboratory/rules")
@Needs(Permission.RULE)
class VersionController {

    /** @param inUse the one that judges now */
    record Version(
            String hash,
            OffsetDateTime loadedAt,
            boolean inUse,
            String ruleYml,
            String findSql,
            @Nullable String unjudgedSql,
            String cases) {}

    private final JdbcClient database;

    VersionController(JdbcClient database) {
        this.database = database;
    }

    @GetMapping("/{id}/versions")
    List<Version> list(@PathVariable String id) {
        return database.sql("""
                        select v.hash, v.loaded_at at time zone 'Asia/Shanghai' at time zone 'Asia/Shanghai' as loaded_at, r.hash = v.hash as in_use,
                               v.rule_yml, v.find_sql, v.unjudged_sql, v.cases
                          from supervision.rule_version v join supervision.rule r on r.id = v.rule_id
                         where v.rule_id = :rule
                         order by r.hash = v.hash desc, v.loaded_at desc, v.hash
                        """).param("rule", id).query(Version.class).list();
    }
}
