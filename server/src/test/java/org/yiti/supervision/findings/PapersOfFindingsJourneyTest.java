package org.yiti.supervision.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.Soon;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import org.yiti.ledger.paper.PaperJourney;

class PapersOfFindingsJourneyTest extends PaperJourney {

    private static final Account INSPECTOR = new Account("inspector", "督查", Role.INSPECTOR, null, true);
    private static int count;

    private Account officer;
    private UUID vehicle;
    private Map<String, Object> finding;
    private String path;

    /** An ordinary official car is to cost no more than a cap; this one costs many times as much. */
    @BeforeEach
    void aCarThatIsTooDear() {
        var n = ++count;
        if (n == 1) {
            add("organization/divisions", Map.of("code", "981100", "name", "证市", "level", "市级"));
        }
        var office = add(
                "organization/institutions",
                Map.of("code", "PF-" + n, "name", "证市" + n, "kind", "政府机关", "level", "市级", "divisionCode", "981100"));
        officer = officer(office);
        vehicle = add(
                "fleet/vehicles",
                Map.ofEntries(
                        Map.entry("plate", "宁F" + (83000 + n)),
                        Map.entry("markStatus", "已标识"),
                        Map.entry("institutionCode", "PF-" + n),
                        Map.entry("type", "其他按规定配备的公务用车"),
                        Map.entry("body", "轿车"),
                        Map.entry("energy", "汽油"),
                        Map.entry("acquisition", "购置"),
                        Map.entry("status", "在用"),
                        Map.entry("price", 900000),
                        Map.entry("displacement", 1.5),
                        Map.entry("purchasedOn", "2023-05-10")));
        finding = found();
        path = "finding/" + finding.get("id");
    }

    private Map<String, Object> found() {
        return Soon.one(
                "a finding about the car",
                () -> items(get(INSPECTOR, "/api/supervision/findings?rule=fleet.price-cap&subject=" + vehicle)));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> history() {
        return (List<Map<String, Object>>) json(get(INSPECTOR, "/api/supervision/findings/" + finding.get("id")))
                .get("history");
    }

    @Test
    void aStatementStandsInTheHistoryOfTheFindingAndInTheLifeLineOfItsObject() {
        var added = addPaper(officer, path, "情况说明.png", PICTURE, form("情况说明", "STATEMENT"));

        assertThat(added).hasStatus(201);
        assertThat(history()).extracting("step").containsExactly("PAPER_ADDED", "FOUND");
        assertThat(history().get(0))
                .extracting("paper.title", "actor.account")
                .containsExactly("情况说明", officer.account());
        assertThat(items(get(officer, "/api/objects/vehicle/" + vehicle + "/lifeline")))
                .filteredOn(entry -> entry.get("paper") != null)
                .singleElement()
                .extracting("finding.id", "paper.title")
                .containsExactly(finding.get("id"), "情况说明");
    }

    @Test
    void whoWorksOnItMayAddAndTakesAwayOnlyTheirOwn() {
        var theirs = id(addPaper(officer, path, "说明.png", PICTURE, form("说明", "STATEMENT")));
        var mine = id(addPaper(INSPECTOR, path, "现场.jpg", jpeg(), form("现场", "PHOTOGRAPH")));

        assertThat(removePaper(INSPECTOR, path, theirs, "不要")).hasStatus(403);
        assertThat(removePaper(officer, path, mine, "不要")).hasStatus(403);
        assertThat(removePaper(INSPECTOR, path, mine, "拍错了")).hasStatus(204);
        assertThat(removePaper(ADMINISTRATOR, path, theirs, "含个人信息")).hasStatus(204);
        assertThat(history())
                .extracting("step")
                .containsExactly("PAPER_REMOVED", "PAPER_REMOVED", "PAPER_ADDED", "PAPER_ADDED", "FOUND");
    }

    @Test
    void thePapersOfASettledFindingStay() {
        var paper = id(addPaper(INSPECTOR, path, "现场.png", PICTURE, form("现场", "PHOTOGRAPH")));
        post(
                INSPECTOR,
                "/api/supervision/findings/" + finding.get("id") + "/steps",
                Map.of("step", "DISMISS", "note", "登记有误", "version", finding.get("version")));

        assertThat(removePaper(ADMINISTRATOR, path, paper, "清理")).hasStatus(403);
        assertThat(items(get(INSPECTOR, "/api/objects/" + path + "/papers")))
                .singleElement()
                .extracting("mayRemove")
                .isEqualTo(false);
    }

    @Test
    void isNobodysBusinessOutsideTheUnit() {
        var paper = id(addPaper(officer, path, "说明.png", PICTURE, form("说明", "STATEMENT")));
        var stranger = officer(add(
                "organization/institutions",
                Map.of(
                        "code",
                        "PX-" + count,
                        "name",
                        "旁局" + count,
                        "kind",
                        "政府机关",
                        "level",
                        "市级",
                        "divisionCode",
                        "981100")));

        assertThat(get(stranger, "/api/objects/" + path + "/papers")).hasStatus(404);
        assertThat(get(stranger, "/api/objects/" + path + "/papers/" + paper + "/content"))
                .hasStatus(404);
        assertThat(addPaper(stranger, path, "a.png", jpeg(), form("题", "OTHER")))
                .hasStatus(404);
    }
}
