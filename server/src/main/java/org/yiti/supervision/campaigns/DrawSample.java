package org.yiti.supervision.campaigns;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.supervision.SupervisionRefusal;

/**
 * Draws who is visited, keeps what chance was weighed by, and gives the visits to the inspectors in turn. Drawing anew needs
 * a reason, and nobody may have begun: a sample that does not please is not drawn until it does.
 */
@UseCase
class DrawSample {

    /** @param reason needed when it was drawn before */
    record Request(
            @NotBlank @Size(max = 100) String seed,
            @Nullable @Size(max = 2000) String reason,
            int version) {}

    /** @param own accounts among the inspectors whose own unit it is, or below it: they do not inspect it */
    private record Framed(
            UUID id, String name, String stratum, @Nullable BigDecimal score, List<String> own) {

        /** The risk in its hundredths, 5 at least: nobody is sure not to be visited. Without a profile the middle. */
        BigDecimal weight() {
            return score == null ? MIDDLE : score.max(LEAST);
        }

        Draw.Unit unit() {
            return new Draw.Unit(id, stratum, weight());
        }
    }

    private static final BigDecimal MIDDLE = BigDecimal.valueOf(50);
    private static final BigDecimal LEAST = BigDecimal.valueOf(5);

    private static final String FRAME = """
            select i.id, i.name, i.kind as stratum, r.score,
                   array(select a.account from identity.account a join organization.below o on o.member = a.institution_id and o.root = i.id
                          where a.account = any (:inspectors)) as own
              from organization.institution i
              left join supervision.risk r on r.institution_id = i.id and r.dimension = 'ALL'
             where i.id = any (:within) and (cardinality(:kinds) = 0 or i.kind = any (:kinds))
               and (i.dissolved_on is null or i.dissolved_on > :day)
             order by i.id
            """;

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
    private final Scope scope;
    private final Clock clock;

    DrawSample(JdbcClient database, Campaigns campaigns, Scope scope, Clock clock) {
        this.database = database;
        this.campaigns = campaigns;
        this.scope = scope;
        this.clock = clock;
    }

    void handle(UUID id, Request request) {
        handle(id, request, clock.instant());
    }

    void handle(UUID id, Request request, Instant at) {
        var campaign = campaigns.lock(id, request.version());
        var n = earlier(id) + 1;
        if (n > 1) {
            drop(campaign, request.reason());
        }
        var frame = frame(campaign, at);
        if (frame.isEmpty()) {
            throw new Refused(SupervisionRefusal.CAMPAIGN_OF_NOBODY);
        }
        var units = frame.stream().map(Framed::unit).toList();
        var chosen = Draw.of(request.seed(), campaign.wanted(), units);
        keep(campaign, n, request, at, frame, chosen, Draw.hash(units));
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
                                        where v.campaign_id = ? and (v.state <> 'OPEN' or exists (select from supervision.visit_answer a where a.visit_id = v.id)))
                        """).param(campaign.id()).query(Boolean.class).single();
        if (begun) {
            throw new Refused(SupervisionRefusal.CAMPAIGN_BEGUN);
        }
        database.sql(
                        "update supervision.visit set state = 'DROPPED', note = :why, version = version + 1 where campaign_id = :id")
                .param("id", campaign.id())
                .param("why", reason.strip())
                .update();
    }

    private List<Framed> frame(Campaign campaign, Instant at) {
        var within = scope.subtree(Permission.VERIFY, campaign.institutionId());
        return database
                .sql(FRAME)
                .param("inspectors", campaign.inspectors().toArray(String[]::new))
                .param("within", within.toArray(UUID[]::new))
                .param("kinds", campaign.kinds().toArray(String[]::new))
                .param("day", at.atZone(clock.getZone()).toLocalDate())
                .query((row, n) -> new Framed(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("stratum"),
                        row.getBigDecimal("score"),
                        List.of((String[]) row.getArray("own").getArray())))
                .list()
                .stream()
                .filter(one -> !one.own().containsAll(campaign.inspectors()))
                .toList();
    }

    private void keep(
            Campaign campaign, int n, Request request, Instant at, List<Framed> frame, Set<UUID> chosen, String hash) {
        var draw = database.sql("""
                        insert into supervision.campaign_draw (campaign_id, n, seed, algorithm, reason, drawn_at, drawn_by, wanted, frame_hash)
                        values (:campaign, :n, :seed, :algorithm, :reason, :at, :by, :wanted, :hash) returning id
                        """)
                .param("campaign", campaign.id())
                .param("n", n)
                .param("seed", request.seed())
                .param("algorithm", Draw.ALGORITHM)
                .param("reason", request.reason())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", scope.account().account())
                .param("wanted", campaign.wanted())
                .param("hash", hash)
                .query(UUID.class)
                .single();
        database.sql("""
                        insert into supervision.campaign_weight (draw_id, institution_id, name, stratum, score, weight, key, chosen)
                        select :draw, * from unnest(:ids::uuid[], :names::text[], :strata::text[], :scores::numeric[], :weights::numeric[], :keys::float8[], :chosen::boolean[])
                        """)
                .param("draw", draw)
                .param("ids", frame.stream().map(Framed::id).toArray(UUID[]::new))
                .param("names", frame.stream().map(Framed::name).toArray(String[]::new))
                .param("strata", frame.stream().map(Framed::stratum).toArray(String[]::new))
                .param("scores", frame.stream().map(Framed::score).toArray(BigDecimal[]::new))
                .param("weights", frame.stream().map(Framed::weight).toArray(BigDecimal[]::new))
                .param(
                        "keys",
                        frame.stream()
                                .map(one -> Draw.key(request.seed(), one.unit()))
                                .toArray(Double[]::new))
                .param(
                        "chosen",
                        frame.stream().map(one -> chosen.contains(one.id())).toArray(Boolean[]::new))
                .update();
    }

    /** In turn, and nobody to their own unit. */
    private void send(Campaign campaign, int n, Instant at, List<Framed> chosen) {
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
