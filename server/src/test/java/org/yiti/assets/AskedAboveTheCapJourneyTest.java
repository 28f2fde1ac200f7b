package org.yiti.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.law.LawBook;

/** The form refuses what a rule would find: the same number, on the same day, in the same region. */
class AskedAboveTheCapJourneyTest extends Journey {

    @Autowired
    private LawBook law;

    private int asked;

    private MvcTestResult ask(Map<String, Object> cells) {
        var request = new LinkedHashMap<String, Object>(Map.of(
                "requestNo",
                "GT-" + ++asked,
                "institutionCode",
                "GT-1",
                "requestedOn",
                "2026-05-01",
                "mode",
                "购置",
                "category",
                "便携式计算机",
                "quantity",
                1,
                "unitPrice",
                "7000.01"));
        request.putAll(cells);
        return post(ADMINISTRATOR, "/api/assets/requests", request);
    }

    @Test
    void aPurchaseAboveTheCapIsRefusedWithTheClauseWhenItIsAskedFor() {
        add("organization/divisions", Map.of("code", "970950", "name", "门槛市", "level", "市级"));
        add(
                "organization/institutions",
                Map.of("code", "GT-1", "name", "门槛局", "kind", "政府机关", "level", "市级", "divisionCode", "970950"));
        law.resolve();

        var refused = ask(Map.of());
        assertThat(refused).hasStatus(422);
        assertThat(json(refused).toString()).contains("7000").contains("财资〔2016〕27号");

        assertThat(ask(Map.of("unitPrice", "7000"))).hasStatus(201);
        assertThat(ask(Map.of("specialApprovalNo", "财资批〔2026〕1号"))).hasStatus(201);
        assertThat(ask(Map.of("requestedOn", "2016-06-30"))).hasStatus(201);
        assertThat(ask(Map.of("category", "扫描仪", "unitPrice", "90000"))).hasStatus(201);
        assertThat(ask(Map.of("category", "办公桌", "tier", "司局级", "unitPrice", "4500")))
                .hasStatus(201);
        assertThat(ask(Map.of("category", "办公桌", "unitPrice", "4500"))).hasStatus(422);
    }
}
