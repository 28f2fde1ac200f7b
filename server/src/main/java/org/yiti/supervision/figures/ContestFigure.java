package org.yiti.supervision.figures;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.supervision.SupervisionRefusal;

/** A unit says that a figure about it is wrong. The figure stays as it is until somebody else has answered. */
@UseCase
class ContestFigure {

    record Request(
            @NotBlank @Size(max = 100) String metric,
            @NotBlank @Size(max = 4000) String reason) {}

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;
    private final Audit audit;

    ContestFigure(JdbcClient database, Scope scope, Clock clock, Audit audit) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
        this.audit = audit;
    }

    void handle(UUID institution, Request request) {
        scope.subtree(institution);
        scope.require(Permission.RECTIFY, institution);
        var value = database.sql(
                        "select value from supervision.figure where subject_kind = 'institution' and institution_id = :id and metric = :metric")
                .param("id", institution)
                .param("metric", request.metric())
                .query(BigDecimal.class)
                .optional()
                .orElseThrow(() -> new Refused(SupervisionRefusal.FIGURE_UNKNOWN));
        try {
            database.sql("""
                            insert into supervision.contest (institution_id, metric, value, reason, contested_by, contested_at)
                            values (:id, :metric, :value, :reason, :by, :at)
                            """)
                    .param("id", institution)
                    .param("metric", request.metric())
                    .param("value", value)
                    .param("reason", request.reason())
                    .param("by", scope.account().account())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused(SupervisionRefusal.CONTEST_OPEN);
        }
        audit.record(Act.of("figure.contested", "organization.institution", institution)
                .in(institution)
                .with("metric", request.metric())
                .with("value", value)
                .with("reason", request.reason()));
    }
}
