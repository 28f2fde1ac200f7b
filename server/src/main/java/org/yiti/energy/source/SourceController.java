package org.yiti.energy.source;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.energy.EnergyRefusal;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;

@RestController
class SourceController {

    /**
     * @param failures in a row; 0 when it answered last
     * @param nextAt when it is asked again; null for one that reports by itself
     */
    record Health(
            @Nullable OffsetDateTime heardAt,
            @Nullable OffsetDateTime failedAt,
            @Nullable String failure,
            int failures,
            @Nullable OffsetDateTime nextAt) {}

    private final JdbcClient database;
    private final Scope scope;

    SourceController(JdbcClient database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    /** How a gateway or a device that is asked is doing. */
    @Needs(Permission.READ)
    @GetMapping("/api/energy/sources/{id}/health")
    Health health(@PathVariable UUID id) {
        database.sql("select institution_id from energy.source where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .filter(scope::contains)
                .orElseThrow(() -> new Refused(EnergyRefusal.METER_NOT_FOUND));
        return database.sql(
                        "select heard_at, failed_at, failure, failures, taken_until from energy.source_state where source_id = :id")
                .param("id", id)
                .query((row, n) -> new Health(
                        row.getObject("heard_at", OffsetDateTime.class),
                        row.getObject("failed_at", OffsetDateTime.class),
                        Failing.shown(row.getString("failure"), LocaleContextHolder.getLocale()),
                        row.getInt("failures"),
                        row.getObject("taken_until", OffsetDateTime.class)))
                .optional()
                .orElse(new Health(null, null, null, 0, null));
    }
}
