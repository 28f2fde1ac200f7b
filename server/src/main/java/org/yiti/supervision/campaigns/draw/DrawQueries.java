package org.yiti.supervision.campaigns.draw;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.supervision.campaigns.plan.Campaigns;
import org.yiti.supervision.campaigns.plan.Shown;

/** How samples were drawn. */
@Component
public class DrawQueries {

    /** @param frame how many it was drawn from */
    public record Drawn(
            int n,
            String seed,
            String algorithm,
            @Nullable String reason,
            OffsetDateTime drawnAt,
            Shown.Person drawnBy,
            int wanted,
            int frame,
            String frameHash) {}

    public record Weighed(
            UUID id,
            String name,
            String stratum,
            Label stratumName,
            @Nullable BigDecimal score,
            BigDecimal weight,
            double key,
            boolean chosen) {}

    private final JdbcClient database;
    private final Campaigns campaigns;

    DrawQueries(JdbcClient database, Campaigns campaigns) {
        this.database = database;
        this.campaigns = campaigns;
    }

    public List<Drawn> of(UUID id) {
        return database.sql("""
                        select d.*, coalesce(a.name, d.drawn_by) as name,
                               (select count(*) from supervision.campaign_weight w where w.draw_id = d.id) as frame
                          from supervision.campaign_draw d left join identity.account a on a.account = d.drawn_by
                         where d.campaign_id = :id order by d.n desc
                        """)
                .param("id", id)
                .query((row, n) -> new Drawn(
                        row.getInt("n"),
                        row.getString("seed"),
                        row.getString("algorithm"),
                        row.getString("reason"),
                        Shown.at(row, "drawn_at"),
                        new Shown.Person(row.getString("drawn_by"), row.getString("name")),
                        row.getInt("wanted"),
                        row.getInt("frame"),
                        row.getString("frame_hash")))
                .list();
    }

    /** What one draw was weighed by, the drawn ones first: whoever has the seed can draw again. */
    @Transactional(readOnly = true)
    public List<Weighed> weights(UUID id, int n) {
        campaigns.get(id);
        var weights = database.sql("""
                        select w.* from supervision.campaign_weight w join supervision.campaign_draw d on d.id = w.draw_id
                         where d.campaign_id = :id and d.n = :n order by w.stratum, w.key, w.institution_id
                        """)
                .param("id", id)
                .param("n", n)
                .query((row, m) -> new Weighed(
                        row.getObject("institution_id", UUID.class),
                        row.getString("name"),
                        row.getString("stratum"),
                        Shown.kind(row.getString("stratum")),
                        row.getBigDecimal("score"),
                        row.getBigDecimal("weight"),
                        row.getDouble("key"),
                        row.getBoolean("chosen")))
                .list();
        if (weights.isEmpty()) {
            throw new Refused(SupervisionRefusal.CAMPAIGN_NOT_FOUND);
        }
        return weights;
    }
}
