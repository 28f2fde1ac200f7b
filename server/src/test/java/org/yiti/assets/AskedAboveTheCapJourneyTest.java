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

    private static int asked;

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

    @Test
    void moreThanTheStandardAllowsSoManyPeopleIsRefusedWhenItIsAskedFor() {
        unit("GT-2", "970955");
        add("assets/bases", Map.of("institutionCode", "GT-2", "startsOn", "2026-01-01", "headcount", 2));
        law.resolve();
        asset("GT-2", "台式计算机");

        var two = Map.<String, Object>of("institutionCode", "GT-2", "category", "台式计算机", "unitPrice", 5000);
        assertThat(ask(two)).hasStatus(201);
        var second = asset("GT-2", "台式计算机");
        var third = ask(two);
        assertThat(third).hasStatus(422);
        assertThat(json(third).toString()).contains("编制内 2 人最多 2 件，已有 2 件", "财资〔2016〕27号");

        add("assets/disposals", Map.of("cardNo", second, "kind", "报废", "disposedOn", "2026-04-30"));
        assertThat(ask(two))
                .as("what is gone by its disposal leaves room, whatever its card says")
                .hasStatus(201);
        asset("GT-2", "台式计算机");

        assertThat(ask(with(two, "replacing", 1))).as("one comes, one goes").hasStatus(201);
        assertThat(ask(with(two, "replacing", 2)))
                .as("more cannot go than come")
                .hasStatus(422);
        assertThat(ask(with(two, "specialApprovalNo", "财资批〔2026〕2号"))).hasStatus(201);
        assertThat(ask(with(two, "mode", "借用"))).hasStatus(201);
        assertThat(ask(with(two, "status", "已批准")))
                .as("what was decided is history, which the rules judge")
                .hasStatus(201);
        assertThat(ask(with(two, "requestedOn", "2025-12-31")))
                .as("nobody said then for how many people")
                .hasStatus(201);
        assertThat(ask(Map.of("institutionCode", "GT-2", "category", "A4 彩色打印机", "unitPrice", 1500)))
                .as("0.06 of a colour printer: a fraction is for a person to decide")
                .hasStatus(201);
        asset("GT-2", "A4 彩色打印机");
        assertThat(ask(Map.of("institutionCode", "GT-2", "category", "A4 彩色打印机", "unitPrice", 1500)))
                .as("but not a second one")
                .hasStatus(422);
        assertThat(ask(Map.of("institutionCode", "GT-2", "category", "复印机", "unitPrice", 30000)))
                .hasStatus(201);
        assertThat(ask(Map.of("institutionCode", "GT-2", "category", "复印机", "unitPrice", 30000, "quantity", 2)))
                .hasStatus(422);
    }

    @Test
    void aCardOfTwoThingsLeavesRoomForTheThirdOnly() {
        unit("GT-5", "970958");
        add("assets/bases", Map.of("institutionCode", "GT-5", "startsOn", "2026-01-01", "headcount", 3));
        law.resolve();
        asset("GT-5", "台式计算机", 2);

        var third = Map.<String, Object>of("institutionCode", "GT-5", "category", "台式计算机", "unitPrice", 5000);
        assertThat(ask(third)).hasStatus(201);
        var two = ask(with(third, "quantity", 2));
        assertThat(two).hasStatus(422);
        assertThat(json(two).toString()).contains("编制内 3 人最多 3 件，已有 2 件");
    }

    @Test
    void whatTheSharedWarehouseHasIsNotBoughtWithoutAReason() {
        unit("GT-3", "970956");
        unit("GT-4", "970957");
        law.resolve();
        var card = asset("GT-3", "投影仪");
        add(
                "assets/warehouse-entries",
                Map.of("cardNo", card, "enteredOn", "2026-05-01", "cameFrom", "闲置", "condition", "完好"));

        var beamer = Map.<String, Object>of("institutionCode", "GT-3", "category", "投影仪", "unitPrice", 3000);
        var refused = ask(beamer);
        assertThat(refused).hasStatus(422);
        assertThat(json(refused).toString()).contains("公物仓有 1 件可用", "行政事业性国有资产管理条例 第十一条");

        assertThat(ask(with(beamer, "whyNot", "亮度不足"))).hasStatus(201);
        assertThat(ask(with(beamer, "mode", "调剂"))).hasStatus(201);
        assertThat(ask(with(beamer, "requestedOn", "2026-04-30")))
                .as("it came in the day after")
                .hasStatus(201);
        assertThat(ask(with(beamer, "institutionCode", "GT-4")))
                .as("the warehouse of another division")
                .hasStatus(201);
    }

    private void unit(String code, String division) {
        add("organization/divisions", Map.of("code", division, "name", "门槛市" + division, "level", "市级"));
        add(
                "organization/institutions",
                Map.of("code", code, "name", "门槛局" + code, "kind", "政府机关", "level", "市级", "divisionCode", division));
    }

    private String asset(String institution, String category) {
        return asset(institution, category, 1);
    }

    private String asset(String institution, String category, int quantity) {
        var card = "GT-ZC-" + ++asked;
        add(
                "assets/assets",
                Map.of(
                        "cardNo",
                        card,
                        "name",
                        category,
                        "institutionCode",
                        institution,
                        "category",
                        category,
                        "quantity",
                        quantity,
                        "price",
                        1000,
                        "purchasedOn",
                        "2020-01-01"));
        return card;
    }

    private static Map<String, Object> with(Map<String, Object> cells, String column, Object value) {
        var changed = new LinkedHashMap<>(cells);
        changed.put(column, value);
        return changed;
    }
}
