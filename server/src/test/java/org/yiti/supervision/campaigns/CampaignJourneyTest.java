package org.yiti.supervision.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Soon;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import org.yiti.ledger.paper.PaperJourney;
import tools.jackson.databind.json.JsonMapper;

class CampaignJourneyTest extends PaperJourney {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Account INSPECTOR = new Account("campaign-inspector", "巡检", Role.INSPECTOR, null, true);
    private static final Account OTHER = new Account("campaign-other", "另一人", Role.INSPECTOR, null, true);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private UUID top;
    private final List<UUID> units = new ArrayList<>();

    @BeforeEach
    void sixUnitsBelowAnother() {
        var n = COUNT.incrementAndGet();
        if (n == 1) {
            add("organization/divisions", Map.of("code", "985400", "name", "巡市", "level", "市级"));
        }
        known(INSPECTOR);
        known(OTHER);
        top = institution("CP-T" + n, null, "政府机关");
        units.clear();
        for (var i = 0; i < 6; i++) {
            units.add(institution("CP-" + n + i, "CP-T" + n, i < 3 ? "政府机关" : "党委机关"));
        }
    }

    private UUID institution(String code, String parent, String kind) {
        var cells = new HashMap<String, Object>(
                Map.of("code", code, "name", "巡局" + code, "kind", kind, "level", "市级", "divisionCode", "985400"));
        if (parent != null) {
            cells.put("parentCode", parent);
        }
        return add("organization/institutions", cells);
    }

    private MvcTestResult put(Account account, String path, Map<String, ?> body) {
        return http.put()
                .uri(path)
                .with(as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body))
                .exchange();
    }

    private static Map<String, Object> done(MvcTestResult answer) {
        assertThat(answer).as(json(answer).toString()).hasStatusOk();
        return json(answer);
    }

    private Map<String, Object> plan(Object... more) {
        var body = new HashMap<String, Object>(Map.of(
                "title",
                "节能巡检",
                "purpose",
                "看看夏天空调温度",
                "basis",
                "公共机构节能条例",
                "checklist",
                "energy",
                "institution",
                top,
                "kinds",
                List.of(),
                "startsOn",
                "2026-07-01",
                "endsOn",
                "2099-12-31",
                "wanted",
                3,
                "inspectors",
                List.of(INSPECTOR.account())));
        for (var i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private UUID planned(Object... more) {
        return UUID.fromString((String)
                done(post(INSPECTOR, "/api/supervision/campaigns", plan(more))).get("id"));
    }

    private static String path(UUID campaign) {
        return "/api/supervision/campaigns/" + campaign;
    }

    private Map<String, Object> drawn(UUID campaign, String seed) {
        return done(post(INSPECTOR, path(campaign) + "/draws", Map.of("seed", seed, "version", version(campaign))));
    }

    private Object version(UUID campaign) {
        return ((Map<?, ?>) json(get(INSPECTOR, path(campaign))).get("item")).get("version");
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> visits(UUID campaign) {
        return ((List<Map<String, Object>>) json(get(INSPECTOR, path(campaign))).get("visits"))
                .stream().filter(visit -> !visit.get("state").equals("DROPPED")).toList();
    }

    private static String visit(Map<String, Object> line) {
        return "/api/supervision/visits/" + line.get("id");
    }

    private static UUID institutionOf(Map<String, Object> line) {
        return UUID.fromString((String) ((Map<?, ?>) line.get("institution")).get("id"));
    }

    private static Map<String, Object> said(String item, int seen, Object... more) {
        var said = new HashMap<String, Object>(Map.of(
                "key",
                UUID.randomUUID(),
                "item",
                item,
                "seen",
                seen,
                "at",
                OffsetDateTime.now(),
                "photos",
                List.of(),
                "note",
                "涉密场所不拍照"));
        for (var i = 0; i < more.length; i += 2) {
            said.put((String) more[i], more[i + 1]);
        }
        return said;
    }

    private static List<Map<String, Object>> all(double cooling) {
        return List.of(
                said("cooling", 0, "number", BigDecimal.valueOf(cooling)),
                said("heating", 0, "said", "NOT_APPLICABLE"),
                said("standby", 0, "said", "YES"),
                said("outdoor-light", 0, "said", "YES"),
                said("sub-meters", 0, "said", "YES"),
                said("ledger", 0, "said", "YES"),
                said("saving-taps", 0, "said", "YES"));
    }

    private void make(Map<String, Object> line, double cooling) {
        done(put(INSPECTOR, visit(line) + "/answers", Map.of("answers", all(cooling))));
        done(post(INSPECTOR, visit(line) + "/finish", Map.of()));
    }

    private List<Map<String, Object>> findings(UUID institution) {
        return items(
                get(INSPECTOR, "/api/supervision/findings?rule=supervision.found-on-site&institution=" + institution));
    }

    private List<String> told(String object) {
        return database.sql("select action from safeguard.entry where object = ? order by seq")
                .param(object)
                .query(String.class)
                .list();
    }

    @Test
    void goesFromPlanToReportAndWhatFailsIsAFinding() {
        var campaign = planned();
        drawn(campaign, "第一次");
        var lines = visits(campaign);
        assertThat(lines).hasSize(3);
        assertThat(lines.toString()).contains("zh=政府机关").contains("zh=党委机关");

        make(lines.get(0), 24);
        make(lines.get(1), 26);
        make(lines.get(2), 27.5);
        var hot = institutionOf(lines.get(0));
        var finding = Soon.one("a finding of what failed", () -> findings(hot));
        assertThat(finding.get("summary").toString()).contains("夏季制冷");
        assertThat(finding).containsEntry("actual", 24.0).containsEntry("limit", 26);
        assertThat(findings(institutionOf(lines.get(1)))).isEmpty();

        var report = json(get(INSPECTOR, path(campaign) + "/report"));
        assertThat(report.get("lines").toString()).contains("score=72.7").contains("score=100.0");
        assertThat(get(INSPECTOR, path(campaign) + "/report/export?format=xlsx"))
                .hasStatusOk();
        done(post(INSPECTOR, path(campaign) + "/close", Map.of("conclusion", "多数达标", "version", version(campaign))));
        assertThat(json(get(INSPECTOR, path(campaign)))).containsEntry("digest", report.get("digest"));
        assertThat(told("supervision.campaign/" + campaign))
                .containsSubsequence("campaign.planned", "campaign.drawn", "campaign.exported", "campaign.closed");
    }

    @Test
    void theUnitStatesAndTheFindingGoesThroughACaseLikeAnyOther() {
        var campaign = planned();
        drawn(campaign, "案件");
        var line = visits(campaign).get(0);
        make(line, 22);
        var unit = institutionOf(line);
        var finding = Soon.one("a finding", () -> findings(unit));
        var officer = known(officer(unit));
        assertThat(get(officer, visit(line))).hasStatusOk();
        var file = done(post(INSPECTOR, "/api/supervision/cases", Map.of("findings", List.of(finding.get("id")))))
                .get("id");
        for (var step : List.of(
                "VERIFY",
                "ASK_EXPLANATION",
                "EXPLAIN",
                "ORDER_RECTIFICATION",
                "REPORT_RECTIFIED",
                "PASS_REVIEW",
                "CLOSE")) {
            var who = step.equals("EXPLAIN") || step.equals("REPORT_RECTIFIED") ? officer : INSPECTOR;
            var version = ((Map<?, ?>) json(get(INSPECTOR, "/api/supervision/cases/" + file))
                            .get("item"))
                    .get("version");
            done(post(
                    who,
                    "/api/supervision/cases/" + file + "/steps",
                    Map.of("step", step, "note", "说明", "version", version)));
        }
        assertThat(findings(unit)).allSatisfy(one -> assertThat(one).containsEntry("state", "CLOSED"));
    }

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

    @Test
    void whatIsSeenIsAFindingOfItsOwnAndPointsToWhatARuleHasFound() {
        var campaign = planned();
        drawn(campaign, "重复");
        var line = visits(campaign).get(0);
        var unit = institutionOf(line);
        var ledgers = database.sql("""
                insert into supervision.finding (number, rule_id, rule_hash, subject_kind, subject_id, subject_title, institution_id, severity, facts, evidence,
                                                 parameters, fingerprint, first_seen, last_seen, due_on)
                select 'F-' || ?, id, hash, 'institution', ?, '单位', ?, 'VIOLATION', '{}', '[]', '[]', '', current_date, current_date, current_date + 30
                  from supervision.rule where id = 'energy.no-statistician' returning id
                """)
                .param(campaign)
                .param(unit)
                .param(unit)
                .query(UUID.class)
                .single();
        var answers = new ArrayList<>(all(26));
        answers.set(5, said("ledger", 0, "said", "NO"));
        answers.set(2, said("standby", 0, "said", "NO"));
        done(put(INSPECTOR, visit(line) + "/answers", Map.of("answers", answers)));
        done(post(INSPECTOR, visit(line) + "/finish", Map.of()));

        Soon.soon("both are found", () -> findings(unit), found -> found.size() == 2);
        assertThat(findings(unit))
                .extracting(one -> one.get("summary").toString())
                .anyMatch(one -> one.contains("关灯"));
        assertThat(json(get(INSPECTOR, visit(line))).get("answers").toString())
                .contains("inLedgers={id=" + ledgers)
                .doesNotContain("finding=null, inLedgers={");
        var seen = findings(unit).stream()
                .map(one -> (String) one.get("id"))
                .filter(id -> related(id).contains("LEDGERS"))
                .toList();
        assertThat(seen).hasSize(1);
        assertThat(related(seen.get(0))).contains("VISIT", ledgers.toString());
        assertThat(related(ledgers.toString())).contains("ON_SITE", seen.get(0));
    }

    private String related(String finding) {
        return json(get(INSPECTOR, "/api/supervision/findings/" + finding))
                .get("related")
                .toString();
    }

    @Test
    void aPlanIsRefusedThatCannotBeKept() {
        assertThat(json(post(INSPECTOR, "/api/supervision/campaigns", plan("checklist", "no-such"))))
                .containsEntry("type", "/problems/supervision/checklist-unknown");
        assertThat(json(post(INSPECTOR, "/api/supervision/campaigns", plan("endsOn", "2026-06-01"))))
                .containsEntry("type", "/problems/supervision/campaign-span-wrong");
        assertThat(json(post(INSPECTOR, "/api/supervision/campaigns", plan("inspectors", List.of("nobody")))))
                .containsEntry("type", "/problems/supervision/inspector-unknown");
        assertThat(json(post(INSPECTOR, "/api/supervision/campaigns", plan("kinds", List.of("NO_KIND")))))
                .containsEntry("type", "/problems/supervision/unreadable-filter");
        assertThat(post(INSPECTOR, "/api/supervision/campaigns", plan("wanted", 0)))
                .hasStatus(422);
        var campaign = planned();
        assertThat(json(post(
                        INSPECTOR,
                        path(campaign) + "/close",
                        Map.of("conclusion", "没有去", "version", version(campaign)))))
                .containsEntry("type", "/problems/supervision/campaign-unfinished");
        var county = known(new Account("county-" + top, "县", Role.INSPECTOR, units.get(1), false));
        assertThat(json(post(county, "/api/supervision/campaigns", plan("institution", units.get(2)))))
                .containsEntry("status", 404);
    }
}
