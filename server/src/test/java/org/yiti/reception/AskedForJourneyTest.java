package org.yiti.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.law.LawBook;

/** Guests without a letter and meetings that are too long are refused when they are asked for, with the clause. */
class AskedForJourneyTest extends Journey {

    @Autowired
    private LawBook law;

    private static int asked;

    private void unit(String code, String division, String kind) {
        add("organization/divisions", Map.of("code", division, "name", "接待市" + division, "level", "市级"));
        add(
                "organization/institutions",
                Map.of("code", code, "name", "接待局" + code, "kind", kind, "level", "市级", "divisionCode", division));
        law.resolve();
    }

    private MvcTestResult receive(String institution, Map<String, ?> cells) {
        var reception = new LinkedHashMap<String, Object>(Map.of(
                "receptionNo",
                "GR-" + ++asked,
                "institutionCode",
                institution,
                "guestUnit",
                "邻市教育局",
                "purpose",
                "调研",
                "startsOn",
                "2026-06-01",
                "endsOn",
                "2026-06-01",
                "guests",
                4,
                "status",
                "待审批"));
        reception.putAll(cells);
        return post(ADMINISTRATOR, "/api/reception/receptions", reception);
    }

    @Test
    void nobodyIsReceivedWithoutALetter() {
        unit("GR-1", "970960", "政府机关");
        unit("GR-2", "970961", "国有企业");

        var refused = receive("GR-1", Map.of());
        assertThat(refused).hasStatus(422);
        assertThat(json(refused).toString()).contains("没有派出单位公函", "中办发〔2013〕22号", "第七条");
        assertThat(receive("GR-1", Map.of("letterNo", "  ")))
                .as("blanks are none")
                .hasStatus(422);
        assertThat(receive("GR-1", Map.of("status", "已审批"))).hasStatus(422);

        assertThat(receive("GR-1", Map.of("letterNo", "邻教函〔2026〕1号"))).hasStatus(201);
        assertThat(receive("GR-1", Map.of("status", "已接待")))
                .as("what was held is history, and found by the rule")
                .hasStatus(201);
        assertThat(receive("GR-1", Map.of("startsOn", "2013-11-30", "endsOn", "2013-11-30")))
                .as("the day before the rules of 2013")
                .hasStatus(201);
        assertThat(receive("GR-1", Map.of("startsOn", "2013-12-01", "endsOn", "2013-12-01")))
                .as("their first day")
                .hasStatus(422);
        assertThat(receive("GR-2", Map.of()))
                .as("enterprises have rules of their own")
                .hasStatus(201);
    }

    private MvcTestResult plan(Map<String, ?> cells) {
        var plan = new LinkedHashMap<String, Object>(Map.of(
                "planNo",
                "GM-" + ++asked,
                "institutionCode",
                "GR-3",
                "year",
                2026,
                "name",
                "全市教育工作会议",
                "grade",
                "三类会议",
                "days",
                3));
        plan.putAll(cells);
        return post(ADMINISTRATOR, "/api/reception/meeting-plans", plan);
    }

    @Test
    void aMeetingIsNotPlannedForMoreDaysThanItMayTake() {
        unit("GR-3", "970962", "政府机关");
        assertThat(plan(Map.of()))
                .as("the days are to be confirmed, and refuse nothing until they are")
                .hasStatus(201);
        try {
            confirm(true);
            var refused = plan(Map.of());
            assertThat(refused).hasStatus(422);
            assertThat(json(refused).toString()).contains("高于上限 2", "财行〔2016〕214号");
            assertThat(plan(Map.of("days", 2))).hasStatus(201);
            assertThat(plan(Map.of("days", 2, "briefing", true)))
                    .as("to hand things down takes a day")
                    .hasStatus(422);
            assertThat(plan(Map.of("days", 1, "briefing", true))).hasStatus(201);
            assertThat(plan(Map.of("grade", "一类会议", "days", 9)))
                    .as("class one takes what was approved")
                    .hasStatus(201);
            assertThat(plan(Map.of("approvalNo", "常务会〔2026〕3号")))
                    .as("what was approved is history")
                    .hasStatus(201);
        } finally {
            confirm(false);
        }
    }

    private void confirm(boolean confirmed) {
        assertThat(put(
                        ADMINISTRATOR,
                        "/api/supervision/parameters/meeting-days/confirmation",
                        Map.of("confirmed", confirmed, "reason", "已与办法第八条、第九条核对")))
                .hasStatus(204);
    }
}
