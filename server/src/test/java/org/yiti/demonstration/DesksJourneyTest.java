package org.yiti.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

/** In the demonstration as well nobody closes what is found of their own unit: somebody is there who may. */
class DesksJourneyTest extends Journey {

    @Autowired
    private Desks desks;

    private static final String DIVISION = "970970";

    private UUID institution(String code, String name, String level, String above) {
        var cells = new HashMap<String, Object>(
                Map.of("code", code, "name", name, "kind", "政府机关", "level", level, "divisionCode", DIVISION));
        if (above != null) {
            cells.put("parentCode", above);
        }
        return add("organization/institutions", cells);
    }

    private Account opened(String account) {
        return database.sql("select name, role, institution_id, everything from identity.account where account = ?")
                .param(account)
                .query((row, n) -> new Account(
                        account,
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getObject("institution_id", UUID.class),
                        row.getBoolean("everything")))
                .single();
    }

    private MvcTestResult close(Account by, String path) {
        var finding = (Map<?, ?>) json(get(by, path)).get("finding");
        return post(
                by,
                path + "/steps",
                Map.of(
                        "step",
                        "DISMISS",
                        "note",
                        "已核实",
                        "dueOn",
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(10).toString(),
                        "version",
                        finding.get("version")));
    }

    @Test
    void whatIsFoundOfTheBureauIsClosedByWhoLooksAfterItFromAbove() {
        add("organization/divisions", Map.of("code", DIVISION, "name", "示范市", "level", "市级"));
        var bureau = institution("SF-1", "示范市机关事务管理局", "市级", null);
        institution("SF-2", "示范市财政局", "市级", "SF-1");
        institution("SF-3", "甲县机关事务服务中心", "县级", "SF-1");
        desks.open();
        var car = add(
                "fleet/vehicles",
                Map.ofEntries(
                        Map.entry("plate", "宁F97097"),
                        Map.entry("markStatus", "已标识"),
                        Map.entry("institutionCode", "SF-1"),
                        Map.entry("type", "其他按规定配备的公务用车"),
                        Map.entry("body", "轿车"),
                        Map.entry("energy", "汽油"),
                        Map.entry("acquisition", "购置"),
                        Map.entry("status", "在用"),
                        Map.entry("price", 900000),
                        Map.entry("displacement", 1.5),
                        Map.entry("purchasedOn", "2023-05-10")));
        var province = opened("province");
        var found = Soon.one(
                "a finding about the car of the bureau",
                () -> items(get(province, "/api/supervision/findings?rule=fleet.price-cap&subject=" + car)));
        var path = "/api/supervision/findings/" + found.get("id");

        var own = known(new Account("sf-inspector", "本局督查", Role.INSPECTOR, bureau, true));
        assertThat(json(close(own, path)))
                .as("the inspector of the bureau")
                .containsEntry("type", "/problems/supervision/finding-of-own-unit");
        assertThat(close(province, path))
                .as("who looks after the bureau from above")
                .hasStatusOk();
    }
}
