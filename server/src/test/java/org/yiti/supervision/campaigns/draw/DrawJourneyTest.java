package org.yiti.supervision.campaigns.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import org.yiti.supervision.campaigns.CampaignJourney;

/** Who is drawn, again and by whom. */
class DrawJourneyTest extends CampaignJourney {

    @Test
    void drawingAnewNeedsAReasonAndNobodyMayHaveBegun() {
        var campaign = planned();
        var first = drawn(campaign, "甲");
        var again = path(campaign) + "/draws";
        assertThat(json(post(INSPECTOR, again, Map.of("seed", "乙", "version", version(campaign)))))
                .containsEntry("type", "/problems/supervision/reason-missing");
        done(post(INSPECTOR, again, Map.of("seed", "乙", "reason", "抽到的一家正在搬迁", "version", version(campaign))));
        assertThat(told("supervision.campaign/" + campaign)).contains("campaign.drawn-anew");
        assertThat(visits(campaign)).hasSize(3);
        assertThat(json(post(
                        INSPECTOR,
                        again,
                        Map.of(
                                "seed",
                                "丙",
                                "reason",
                                "再来",
                                "version",
                                ((Map<?, ?>) first.get("item")).get("version")))))
                .containsEntry("type", "/problems/supervision/campaign-stale");
        done(post(INSPECTOR, again, Map.of("seed", "丙", "reason", "再来", "version", version(campaign))));
        done(put(
                INSPECTOR,
                visit(visits(campaign).get(0)) + "/answers",
                Map.of("answers", List.of(said("standby", 0, "said", "NO")))));
        assertThat(json(post(INSPECTOR, again, Map.of("seed", "丁", "reason", "不满意", "version", version(campaign)))))
                .containsEntry("type", "/problems/supervision/campaign-begun");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whoeverHasTheWeightsThatWereKeptDrawsTheSameAgain() {
        database.sql(
                        "insert into supervision.risk (institution_id, dimension, score, figures) values (?, 'ALL', 91.5, 4)")
                .param(units.get(2))
                .update();
        var campaign = planned();
        drawn(campaign, "可复核");
        database.sql("update supervision.risk set score = 3 where institution_id = ?")
                .param(units.get(2))
                .update();

        var weights = (List<Map<String, Object>>) JSON.readValue(
                get(INSPECTOR, path(campaign) + "/draws/1").getResponse().getContentAsByteArray(), List.class);
        assertThat(weights).hasSize(7).anySatisfy(one -> assertThat(one).containsEntry("weight", 91.5));
        var frame = weights.stream()
                .map(one -> new Draw.Unit(
                        UUID.fromString((String) one.get("id")),
                        (String) one.get("stratum"),
                        new BigDecimal(one.get("weight").toString())))
                .toList();
        var chosen = weights.stream()
                .filter(one -> (boolean) one.get("chosen"))
                .map(one -> UUID.fromString((String) one.get("id")))
                .toList();
        assertThat(Draw.of("可复核", 3, frame)).containsExactlyInAnyOrderElementsOf(chosen);
        assertThat(((List<Map<String, Object>>)
                                json(get(INSPECTOR, path(campaign))).get("draws"))
                        .get(0))
                .containsEntry("frameHash", Draw.hash(frame));
    }

    @Test
    void nobodyIsSentToTheirOwnUnit() {
        var own = known(new Account("own-" + top, "自己人", Role.ADMINISTRATOR, units.get(0), true));
        var campaign = planned("inspectors", List.of(own.account()), "wanted", 7);
        drawn(campaign, "回避");
        assertThat(visits(campaign))
                .hasSize(5)
                .noneMatch(line -> institutionOf(line).equals(units.get(0))
                        || institutionOf(line).equals(top));
    }
}
