package org.yiti.supervision.campaigns.draw;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.campaigns.plan.Campaign;
import org.yiti.supervision.campaigns.plan.Campaigns;

/**
 * Draws who is visited, keeps what chance was weighed by, and gives the visits to the inspectors in turn. Drawing anew needs
 * a reason, and nobody may have begun: a sample that does not please is not drawn until it does.
 */
@UseCase
public class DrawSample {

    /** @param reason needed when it was drawn before */
    public record Request(
            @NotBlank @Size(max = 100) String seed,
            @Nullable @Size(max = 2000) String reason,
            int version) {}

    private static final String VISIT = """
            insert into supervision.visit (campaign_id, draw, institution_id, stratum, campaign_number, campaign_title, due_on, inspector, limits)
            values (:campaign, :n, :institution, :stratum, :number, :title, :due, :inspector,
                    (select coalesce(jsonb_object_agg(item ->> 'code', jsonb_build_object('value', l.value, 'clause', l.clause)), '{}')
                       from jsonb_array_elements(:items::jsonb) item
                      cross join lateral (select law.most(item ->> 'parameter', :institution, :day, variadic '{}'::text[]) as value,
                                                 law.clause(item ->> 'parameter', :institution, :day, variadic '{}'::text[]) as clause) l
                      where item ->> 'parameter' is not null and l.value is not null))
            """;

    private final JdbcClient database;
    private final Campaigns campaigns;
    private final SampleFrame frames;
    private final Clock clock;

    DrawSample(JdbcClient database, Campaigns campaigns, SampleFrame frames, Clock clock) {
        this.database = database;
        this.campaigns = campaigns;
        this.frames = frames;
        this.clock = clock;
    }

    public void handle(UUID id, Request request) {
        handle(id, request, clock.instant());
    }

    public void handle(UUID id, Request request, Instant at) {
        var campaign = campaigns.lock(id, request.version());
        var n = earlier(id) + 1;
        if (n > 1) {
            drop(campaign, request.reason());
        }
        var frame = frames.of(campaign, at);
        if (frame.isEmpty()) {
            throw new Refused(SupervisionRefusal.CAMPAIGN_OF_NOBODY);
        }
        var units = frame.stream().map(SampleFrame.Framed::unit).toList();
        var chosen = Draw.of(request.seed(), campaign.wanted(), units);
        frames.keep(
                new SampleFrame.Drawn(campaign, n, request.seed(), request.reason(), at, Draw.hash(units)),
                frame,
                chosen);
        send(
                campaign,
                n,
                at,
                frame.stream().filter(one -> chosen.contains(one.id())).toList());
        database.sql("update supervision.campaign set state = 'RUNNING', version = version + 1 where id = ?")
                .param(id)
                .update();
        campaigns.tell(
                Campaigns.act(n == 1 ? "campaign.drawn" : "campaign.drawn-anew", id)
                        .with("seed", request.seed())
                        .with("draw", n)
                        .with("algorithm", Draw.ALGORITHM)
                        .with("frame", Draw.hash(units))
                        .with("units", units.size())
                        .with("chosen", chosen.size())
                        .with("reason", request.reason()),
                campaign.institutionId());
    }

    private int earlier(UUID id) {
        return database.sql("select coalesce(max(n), 0) from supervision.campaign_draw where campaign_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private void drop(Campaign campaign, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refused(SupervisionRefusal.REASON_MISSING);
        }
        var begun = database.sql("""
                        select exists (select from supervision.visit v
                                        where v.campaign_id = ? and v.state <> 'DROPPED' and (v.state <> 'OPEN' or exists (select from supervision.visit_answer a where a.visit_id = v.id)))
                        """).param(campaign.id()).query(Boolean.class).single();
        if (begun) {
            throw new Refused(SupervisionRefusal.CAMPAIGN_BEGUN);
        }
        database.sql(
                        "update supervision.visit set state = 'DROPPED', note = :why, version = version + 1 where campaign_id = :id and state = 'OPEN'")
                .param("id", campaign.id())
                .param("why", reason.strip())
                .update();
    }

    /** In turn, and nobody to their own unit. */
    private void send(Campaign campaign, int n, Instant at, List<SampleFrame.Framed> chosen) {
        var sent = new HashMap<String, Integer>();
        for (var unit : chosen) {
            var inspector = campaign.inspectors().stream()
                    .filter(one -> !unit.own().contains(one))
                    .min(Comparator.comparingInt(one -> sent.getOrDefault(one, 0)))
                    .orElseThrow();
            sent.merge(inspector, 1, Integer::sum);
            database.sql(VISIT)
                    .param("campaign", campaign.id())
                    .param("n", n)
                    .param("institution", unit.id())
                    .param("stratum", unit.stratum())
                    .param("number", campaign.number())
                    .param("title", campaign.title())
                    .param("due", campaign.endsOn())
                    .param("inspector", inspector)
                    .param("items", campaigns.text(campaign.items()))
                    .param("day", at.atZone(clock.getZone()).toLocalDate())
                    .update();
        }
    }
}
