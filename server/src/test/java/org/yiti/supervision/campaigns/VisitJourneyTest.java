package org.yiti.supervision.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

/** What an inspector sends of a visit. */
class VisitJourneyTest extends CampaignJourney {

    @Test
    void whatIsSentTwiceIsOneAnswer() {
        var campaign = planned();
        drawn(campaign, "两遍");
        var line = visits(campaign).get(0);
        var body = Map.of("answers", List.of(said("standby", 0, "said", "NO")));
        done(put(INSPECTOR, visit(line) + "/answers", body));
        var again = done(put(INSPECTOR, visit(line) + "/answers", body));

        assertThat(again.get("conflicts")).isEqualTo(List.of());
        assertThat(database.sql("select count(*) from supervision.visit_answer where visit_id = ?::uuid")
                        .param(line.get("id"))
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(told("supervision.visit/" + line.get("id"))).containsOnlyOnce("visit.answered");
    }

    @Test
    void whatAnotherPhoneSaidMeanwhileIsToldAndNotOverwritten() {
        var campaign = planned();
        drawn(campaign, "两部手机");
        var line = visits(campaign).get(0);
        done(put(
                INSPECTOR,
                visit(line) + "/answers",
                Map.of("answers", List.of(said("standby", 0, "said", "NO", "note", "三楼")))));
        var late = done(put(
                INSPECTOR,
                visit(line) + "/answers",
                Map.of("answers", List.of(said("standby", 0, "said", "YES"), said("ledger", 0, "said", "YES")))));

        assertThat(late.get("conflicts")).isEqualTo(List.of("standby"));
        assertThat(late.get("visit").toString()).contains("三楼").contains("item=ledger");
        done(put(INSPECTOR, visit(line) + "/answers", Map.of("answers", List.of(said("standby", 1, "said", "YES")))));
        assertThat(json(get(INSPECTOR, visit(line))).get("answers").toString()).doesNotContain("三楼");
    }

    @Test
    void aVisitIsWholeBeforeItIsFinishedAndOverAfterwards() {
        var campaign = planned();
        drawn(campaign, "完整");
        var line = visits(campaign).get(0);
        assertThat(json(post(INSPECTOR, visit(line) + "/finish", Map.of())))
                .containsEntry("type", "/problems/supervision/visit-unanswered");
        make(line, 26);
        done(post(INSPECTOR, visit(line) + "/finish", Map.of()));
        assertThat(told("supervision.visit/" + line.get("id"))).containsOnlyOnce("visit.finished");
        assertThat(json(put(
                        INSPECTOR,
                        visit(line) + "/answers",
                        Map.of("answers", List.of(said("standby", 1, "said", "NO"))))))
                .containsEntry("type", "/problems/supervision/visit-over");
        assertThat(addPaper(INSPECTOR, "visit/" + line.get("id"), "a.png", PICTURE, form("照片", "PHOTOGRAPH")))
                .hasStatus(403);
    }

    @Test
    void nothingIsSeenInTheFutureNorBeforeAnybodyWasSent() {
        var campaign = planned();
        drawn(campaign, "时钟");
        var line = visits(campaign).get(0);
        var now = OffsetDateTime.now();
        var answers = List.of(
                said("standby", 0, "said", "YES"),
                said("ledger", 0, "said", "YES", "at", now.plusHours(1)),
                said("saving-taps", 0, "said", "YES", "at", now.minusDays(1)));

        var refused = json(put(INSPECTOR, visit(line) + "/answers", Map.of("answers", answers)));
        assertThat(refused).containsEntry("type", "/problems/supervision/visit-answer-time-wrong");
        assertThat(refused.get("errors").toString())
                .contains("/answers/1/at", "/answers/2/at")
                .doesNotContain("/answers/0/at");
        assertThat((List<?>) json(get(INSPECTOR, visit(line))).get("answers")).isEmpty();
        done(put(
                INSPECTOR,
                visit(line) + "/answers",
                Map.of("answers", List.of(said("ledger", 0, "said", "YES", "at", now.plusMinutes(4))))));
    }

    @Test
    void aPhotographLiesWithTheVisitOrItIsSaidWhyThereIsNone() {
        var campaign = planned();
        drawn(campaign, "照片");
        var lines = visits(campaign);
        var line = lines.get(0);
        var bare = said("cooling", 0, "number", 27, "note", "");
        assertThat(json(put(INSPECTOR, visit(line) + "/answers", Map.of("answers", List.of(bare)))))
                .containsEntry("type", "/problems/supervision/visit-answer-unfit");
        var photo = id(addPaper(
                INSPECTOR,
                "visit/" + line.get("id"),
                "a.png",
                PICTURE,
                form("照片", "PHOTOGRAPH"),
                "key-" + line.get("id")));
        var elsewhere =
                id(addPaper(INSPECTOR, "visit/" + lines.get(1).get("id"), "a.png", PICTURE, form("照片", "PHOTOGRAPH")));
        assertThat(put(
                        INSPECTOR,
                        visit(line) + "/answers",
                        Map.of(
                                "answers",
                                List.of(said("cooling", 0, "number", 27, "note", "", "photos", List.of(elsewhere))))))
                .hasStatus(422);
        done(put(
                INSPECTOR,
                visit(line) + "/answers",
                Map.of("answers", List.of(said("cooling", 0, "number", 27, "note", "", "photos", List.of(photo))))));
        assertThat(addPaper(
                        INSPECTOR, "visit/" + line.get("id"), "b.jpg", "<script>".getBytes(), form("照片", "PHOTOGRAPH")))
                .hasStatus(422);
    }

    @Test
    void othersMakeNoVisitThatIsNotTheirsAndUnitsDoNotSeeItBefore() {
        var campaign = planned();
        drawn(campaign, "他人");
        var line = visits(campaign).get(0);
        var officer = known(officer(institutionOf(line)));
        var outside = known(new Account(
                "outside-" + campaign, "外地", Role.INSPECTOR, institution("CP-X" + campaign, null, "政府机关"), false));

        assertThat(json(put(OTHER, visit(line) + "/answers", Map.of("answers", all(25)))))
                .containsEntry("type", "/problems/supervision/visit-of-another");
        assertThat(get(officer, visit(line))).hasStatus(404);
        assertThat(get(officer, path(campaign))).hasStatus(403);
        assertThat(get(outside, visit(line))).hasStatus(404);
        assertThat(get(outside, path(campaign))).hasStatus(404);
        assertThat(put(outside, visit(line) + "/answers", Map.of("answers", all(25))))
                .hasStatus(404);
        assertThat(addPaper(outside, "visit/" + line.get("id"), "a.png", PICTURE, form("照片", "PHOTOGRAPH")))
                .hasStatus(404);
        assertThat(addPaper(OTHER, "visit/" + line.get("id"), "a.png", PICTURE, form("照片", "PHOTOGRAPH")))
                .hasStatus(403);
        done(put(INSPECTOR, visit(line) + "/inspector", Map.of("inspector", OTHER.account())));
        done(put(OTHER, visit(line) + "/answers", Map.of("answers", all(25))));
    }
}
