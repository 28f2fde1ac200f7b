package org.yiti.supervision.campaigns.draw;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.supervision.campaigns.plan.Campaign;

/** Whom a sample may be drawn from and by what chance is weighed; kept with every draw, so that anybody can draw again. */
@Component
class SampleFrame {

    /** @param own accounts among the inspectors whose own unit it is, or below it: they do not inspect it */
    record Framed(
            UUID id, String name, String stratum, @Nullable BigDecimal score, List<String> own) {

        /** The risk in its hundredths, 5 at least: nobody is sure not to be visited. Without a profile the middle. */
        BigDecimal weight() {
            return score == null ? MIDDLE : score.max(LEAST);
        }

        Draw.Unit unit() {
            return new Draw.Unit(id, stratum, weight());
        }
    }

    record Drawn(
            Campaign campaign, int n, String seed, @Nullable String reason, Instant at, String hash) {}

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

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;

    SampleFrame(JdbcClient database, Scope scope, Clock clock) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
    }

    List<Framed> of(Campaign campaign, Instant at) {
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

    void keep(Drawn drawn, List<Framed> frame, Set<UUID> chosen) {
        var draw = database.sql("""
                        insert into supervision.campaign_draw (campaign_id, n, seed, algorithm, reason, drawn_at, drawn_by, wanted, frame_hash)
                        values (:campaign, :n, :seed, :algorithm, :reason, :at, :by, :wanted, :hash) returning id
                        """)
                .param("campaign", drawn.campaign().id())
                .param("n", drawn.n())
                .param("seed", drawn.seed())
                .param("algorithm", Draw.ALGORITHM)
                .param("reason", drawn.reason())
                .param("at", drawn.at().atOffset(ZoneOffset.UTC))
                .param("by", scope.account().account())
                .param("wanted", drawn.campaign().wanted())
                .param("hash", drawn.hash())
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
                                .map(one -> Draw.key(drawn.seed(), one.unit()))
                                .toArray(Double[]::new))
                .param(
                        "chosen",
                        frame.stream().map(one -> chosen.contains(one.id())).toArray(Boolean[]::new))
                .update();
    }
}
