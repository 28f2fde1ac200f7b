package org.yiti.supervision.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Soon;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import org.yiti.ledger.paper.PaperJourney;

/** A unit with cars that cost many times what they may, each a finding. */
public abstract class CaseJourney extends PaperJourney {

    protected static final Account INSPECTOR = new Account("case-inspector", "督查", Role.INSPECTOR, null, true);
    private static final AtomicInteger COUNT = new AtomicInteger();

    protected UUID superior;
    protected UUID unit;
    protected Account officer;
    protected int n;

    @BeforeEach
    protected void aUnitBelowAnother() {
        n = COUNT.incrementAndGet();
        var isNew = database.sql("select not exists (select from organization.division where code = '985300')")
                .query(Boolean.class)
                .single();
        if (isNew) {
            add("organization/divisions", Map.of("code", "985300", "name", "案市", "level", "市级"));
        }
        superior = institution("CS-T" + n, null);
        unit = institution("CS-" + n, "CS-T" + n);
        officer = known(officer(unit));
        known(INSPECTOR);
    }

    protected UUID institution(String code, String parent) {
        var cells = new HashMap<String, Object>(
                Map.of("code", code, "name", "案局" + code, "kind", "政府机关", "level", "市级", "divisionCode", "985300"));
        if (parent != null) {
            cells.put("parentCode", parent);
        }
        return add("organization/institutions", cells);
    }

    /** Its finding. */
    protected Map<String, Object> dearCar(int which) {
        return dearCar("CS-" + n, which);
    }

    protected Map<String, Object> dearCar(String institution, int which) {
        var car = add(
                "fleet/vehicles",
                Map.ofEntries(
                        Map.entry("plate", "宁D" + (40000 + n * 10 + which)),
                        Map.entry("markStatus", "已标识"),
                        Map.entry("institutionCode", institution),
                        Map.entry("type", "其他按规定配备的公务用车"),
                        Map.entry("body", "轿车"),
                        Map.entry("energy", "汽油"),
                        Map.entry("acquisition", "购置"),
                        Map.entry("status", "在用"),
                        Map.entry("price", 900000),
                        Map.entry("displacement", 1.5),
                        Map.entry("purchasedOn", "2023-05-10")));
        return Soon.one(
                "a finding about the car",
                () -> items(get(INSPECTOR, "/api/supervision/findings?rule=fleet.price-cap&subject=" + car)));
    }

    protected UUID open(Map<String, Object>... findings) {
        var ids = new ArrayList<Object>();
        for (var finding : findings) {
            ids.add(finding.get("id"));
        }
        var answer = post(INSPECTOR, "/api/supervision/cases", Map.of("findings", ids));
        assertThat(answer).as(json(answer).toString()).hasStatusOk();
        return UUID.fromString((String) json(answer).get("id"));
    }

    protected Map<String, Object> page(UUID file) {
        return json(get(INSPECTOR, "/api/supervision/cases/" + file));
    }

    @SuppressWarnings("unchecked")
    protected Map<String, Object> item(UUID file) {
        return (Map<String, Object>) page(file).get("item");
    }

    @SuppressWarnings("unchecked")
    protected List<Map<String, Object>> told(UUID file, String what) {
        return (List<Map<String, Object>>) page(file).get(what);
    }

    protected MvcTestResult tried(Account by, UUID file, String step, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("step", step);
        body.put("version", item(file).get("version"));
        return post(by, "/api/supervision/cases/" + file + "/steps", body);
    }

    protected void step(Account by, UUID file, String step) {
        var answer = tried(by, file, step, Map.of("note", "说明：" + step));
        assertThat(answer).as(step + json(answer)).hasStatusOk();
    }

    protected void mend(Map<String, Object> finding) {
        var car = ((Map<?, ?>) finding.get("subject")).get("id");
        var version = json(get(ADMINISTRATOR, "/api/fleet/vehicles/" + car)).get("version");
        assertThat(patch(ADMINISTRATOR, "/api/fleet/vehicles/" + car, Map.of("version", version, "price", 150000)))
                .hasStatusOk();
        Soon.one(
                "the finding is mended",
                () -> items(
                        get(INSPECTOR, "/api/supervision/findings?rule=fleet.price-cap&state=MENDED&subject=" + car)));
    }

    protected String state(Map<String, Object> finding) {
        return database.sql("select state from supervision.finding where id = ?::uuid")
                .param(finding.get("id"))
                .query(String.class)
                .single();
    }

    /** To its last stage but one, by the hands of those who may. */
    protected void toSettling(UUID file) {
        step(INSPECTOR, file, "VERIFY");
        step(INSPECTOR, file, "ORDER_RECTIFICATION");
        step(officer, file, "REPORT_RECTIFIED");
        step(INSPECTOR, file, "PASS_REVIEW");
    }
}
