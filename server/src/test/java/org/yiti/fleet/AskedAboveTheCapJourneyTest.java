package org.yiti.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.law.LawBook;

/** A vehicle above the caps is refused when it is asked for, not found when it stands in the yard. */
class AskedAboveTheCapJourneyTest extends Journey {

    @Autowired
    private LawBook law;

    private static int asked;

    private MvcTestResult ask(Map<String, Object> cells) {
        var request = new LinkedHashMap<String, Object>(Map.of(
                "requestNo",
                "GV-" + ++asked,
                "institutionCode",
                "GV-1",
                "requestedOn",
                "2026-05-01",
                "type",
                "应急保障用车",
                "body",
                "其他小型客车",
                "energy",
                "汽油",
                "price",
                "180000"));
        request.putAll(cells);
        return post(ADMINISTRATOR, "/api/fleet/purchase-requests", request);
    }

    @Test
    void aVehicleAboveTheCapsIsRefusedWithTheClauseWhenItIsAskedFor() {
        add("organization/divisions", Map.of("code", "970951", "name", "购车市", "level", "市级"));
        add(
                "organization/institutions",
                Map.of("code", "GV-1", "name", "购车局", "kind", "政府机关", "level", "市级", "divisionCode", "970951"));
        law.resolve();

        assertThat(ask(Map.of("displacement", "1.8"))).hasStatus(201);
        var dear = ask(Map.of("price", "180000.01"));
        assertThat(dear).hasStatus(422);
        assertThat(json(dear).toString()).contains("180000").contains("中办发〔2017〕71号");
        assertThat(ask(Map.of("displacement", "1.9"))).hasStatus(422);

        assertThat(ask(Map.of("price", "250000", "displacement", "3.0", "specialNeed", "山区应急")))
                .hasStatus(201);
        assertThat(ask(Map.of("price", "250001", "specialNeed", "山区应急"))).hasStatus(422);
        assertThat(ask(Map.of("price", "180000", "energy", "插电式混合动力", "displacement", "2.0")))
                .hasStatus(201);
        assertThat(ask(Map.of("type", "机要通信用车", "price", "120001"))).hasStatus(422);
        assertThat(ask(Map.of("price", "900000", "requestedOn", "2017-12-04"))).hasStatus(201);
    }

    @Test
    void aVehicleIsReplacedOnlyAfterEightYearsOrWithAnApproval() {
        add("organization/divisions", Map.of("code", "970952", "name", "更车市", "level", "市级"));
        add(
                "organization/institutions",
                Map.of("code", "GV-2", "name", "更车局", "kind", "政府机关", "level", "市级", "divisionCode", "970952"));
        add(
                "fleet/vehicles",
                Map.of(
                        "plate",
                        "浙Z95201",
                        "institutionCode",
                        "GV-2",
                        "type",
                        "应急保障用车",
                        "body",
                        "轿车",
                        "energy",
                        "汽油",
                        "markStatus",
                        "已标识",
                        "registeredOn",
                        "2018-05-01"));
        law.resolve();

        var early = ask(Map.of("institutionCode", "GV-2", "replaces", "浙Z95201", "requestedOn", "2026-05-01"));
        assertThat(early).hasStatus(422);
        assertThat(json(early).toString()).contains("8 年").contains("约第十九条");
        assertThat(ask(Map.of("institutionCode", "GV-2", "replaces", "浙Z95201", "requestedOn", "2026-05-02")))
                .hasStatus(201);
        assertThat(ask(Map.of(
                        "institutionCode",
                        "GV-2",
                        "replaces",
                        "浙Z95201",
                        "requestedOn",
                        "2021-05-01",
                        "earlyApprovalNo",
                        "批〔2021〕3号")))
                .hasStatus(201);
        var unknown = ask(Map.of("institutionCode", "GV-2", "replaces", "浙Z95299", "requestedOn", "2021-05-01"));
        assertThat(unknown.getResponse().getStatus())
                .as(json(unknown).toString())
                .isEqualTo(201);

        // what another institution has under that plate says nothing
        add(
                "organization/institutions",
                Map.of("code", "GV-3", "name", "邻车局", "kind", "政府机关", "level", "市级", "divisionCode", "970952"));
        assertThat(ask(Map.of("institutionCode", "GV-3", "replaces", "浙Z95201", "requestedOn", "2026-05-01")))
                .hasStatus(201);
    }
}
