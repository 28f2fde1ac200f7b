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
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import org.yiti.ledger.paper.PaperJourney;
import tools.jackson.databind.json.JsonMapper;

/** A campaign over six institutions below another, and who visits them. */
public abstract class CampaignJourney extends PaperJourney {

    protected static final JsonMapper JSON = new JsonMapper();

    protected static final Account INSPECTOR = new Account("campaign-inspector", "巡检", Role.INSPECTOR, null, true);

    protected static final Account OTHER = new Account("campaign-other", "另一人", Role.INSPECTOR, null, true);

    protected static final AtomicInteger COUNT = new AtomicInteger();

    protected UUID top;

    protected final List<UUID> units = new ArrayList<>();

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

    protected UUID institution(String code, String parent, String kind) {
        var cells = new HashMap<String, Object>(
                Map.of("code", code, "name", "巡局" + code, "kind", kind, "level", "市级", "divisionCode", "985400"));
        if (parent != null) {
            cells.put("parentCode", parent);
        }
        return add("organization/institutions", cells);
    }

    protected static Map<String, Object> done(MvcTestResult answer) {
        assertThat(answer).as(json(answer).toString()).hasStatusOk();
        return json(answer);
    }

    protected Map<String, Object> plan(Object... more) {
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

    protected UUID planned(Object... more) {
        return UUID.fromString((String)
                done(post(INSPECTOR, "/api/supervision/campaigns", plan(more))).get("id"));
    }

    protected static String path(UUID campaign) {
        return "/api/supervision/campaigns/" + campaign;
    }

    protected Map<String, Object> drawn(UUID campaign, String seed) {
        return done(post(INSPECTOR, path(campaign) + "/draws", Map.of("seed", seed, "version", version(campaign))));
    }

    protected Object version(UUID campaign) {
        return ((Map<?, ?>) json(get(INSPECTOR, path(campaign))).get("item")).get("version");
    }

    @SuppressWarnings("unchecked")
    protected List<Map<String, Object>> visits(UUID campaign) {
        return ((List<Map<String, Object>>) json(get(INSPECTOR, path(campaign))).get("visits"))
                .stream().filter(visit -> !visit.get("state").equals("DROPPED")).toList();
    }

    protected static String visit(Map<String, Object> line) {
        return "/api/supervision/visits/" + line.get("id");
    }

    protected static UUID institutionOf(Map<String, Object> line) {
        return UUID.fromString((String) ((Map<?, ?>) line.get("institution")).get("id"));
    }

    protected static Map<String, Object> said(String item, int seen, Object... more) {
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

    protected static List<Map<String, Object>> all(double cooling) {
        return List.of(
                said("cooling", 0, "number", BigDecimal.valueOf(cooling)),
                said("heating", 0, "said", "NOT_APPLICABLE"),
                said("standby", 0, "said", "YES"),
                said("outdoor-light", 0, "said", "YES"),
                said("sub-meters", 0, "said", "YES"),
                said("ledger", 0, "said", "YES"),
                said("saving-taps", 0, "said", "YES"));
    }

    protected void make(Map<String, Object> line, double cooling) {
        done(put(INSPECTOR, visit(line) + "/answers", Map.of("answers", all(cooling))));
        done(post(INSPECTOR, visit(line) + "/finish", Map.of()));
    }

    protected List<Map<String, Object>> findings(UUID institution) {
        return items(
                get(INSPECTOR, "/api/supervision/findings?rule=supervision.found-on-site&institution=" + institution));
    }

    protected List<String> told(String object) {
        return database.sql("select action from safeguard.entry where object = ? order by seq")
                .param(object)
                .query(String.class)
                .list();
    }
}
