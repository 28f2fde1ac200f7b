package org.yiti.supervision.campaigns;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.campaigns.plan.Campaigns;

/** Ends a campaign with its conclusion; the hash of the report goes into the sealed log, so that nobody words it anew later. */
@UseCase
class CloseCampaign {

    record Request(@NotBlank @Size(max = 4000) String conclusion, int version) {}

    private final JdbcClient database;
    private final Campaigns campaigns;
    private final CampaignReport report;
    private final Scope scope;
    private final Clock clock;

    CloseCampaign(JdbcClient database, Campaigns campaigns, CampaignReport report, Scope scope, Clock clock) {
        this.database = database;
        this.campaigns = campaigns;
        this.report = report;
        this.scope = scope;
        this.clock = clock;
    }

    void handle(UUID id, Request request) {
        handle(id, request, clock.instant());
    }

    void handle(UUID id, Request request, Instant at) {
        var campaign = campaigns.lock(id, request.version());
        var open = database.sql("select count(*) from supervision.visit where campaign_id = ? and state = 'OPEN'")
                .param(id)
                .query(Integer.class)
                .single();
        if (open > 0 || campaign.state().equals("PLANNED")) {
            throw new Refused(
                    SupervisionRefusal.CAMPAIGN_UNFINISHED,
                    Map.of("open", Math.max(open, campaign.state().equals("PLANNED") ? campaign.wanted() : 0)));
        }
        var digest = report.of(id).digest();
        database.sql("""
                        update supervision.campaign
                           set state = 'FINISHED', finished_at = :at, finished_by = :by, conclusion = :conclusion, digest = :digest, version = version + 1
                         where id = :id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", scope.account().account())
                .param("conclusion", request.conclusion().strip())
                .param("digest", digest)
                .param("id", id)
                .update();
        campaigns.tell(
                Campaigns.act("campaign.closed", id)
                        .with("conclusion", request.conclusion())
                        .with("report", digest),
                campaign.institutionId());
    }
}
