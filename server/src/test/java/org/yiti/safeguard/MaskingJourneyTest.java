package org.yiti.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

class MaskingJourneyTest extends Journey {

    private static final String NAME = "诸葛明远";
    private static final String PHONE = "13812345678";
    private static final String PLACE = "青云路七号会所";
    private static final Account INSPECTOR = new Account("mask-inspector", "督查", Role.INSPECTOR, null, true);

    private static UUID institution;
    private static UUID person;
    private static UUID occupancy;
    private static UUID room;

    @BeforeEach
    void someoneHasARoomAndAPhone() {
        if (institution != null) {
            return;
        }
        add("organization/divisions", Map.of("code", "971500", "name", "脱敏市", "level", "市级"));
        institution = add(
                "organization/institutions",
                Map.of("code", "MK-1", "name", "脱敏市财政局", "kind", "政府机关", "level", "市级", "divisionCode", "971500"));
        person = add(
                "organization/people",
                Map.of("code", "MK-P1", "name", NAME, "institutionCode", "MK-1", "rank", "正局(处)级", "phone", PHONE));
        add("premises/sites", Map.of("code", "MK-S", "name", "脱敏院", "institutionCode", "MK-1"));
        add(
                "premises/buildings",
                Map.of(
                        "code",
                        "MK-B",
                        "name",
                        "脱敏楼",
                        "institutionCode",
                        "MK-1",
                        "siteCode",
                        "MK-S",
                        "acquisition",
                        "自有",
                        "titleStatus",
                        "未登记",
                        "buildingArea",
                        900,
                        "storeys",
                        3));
        add("premises/floors", Map.of("buildingCode", "MK-B", "number", 1));
        room = add(
                "premises/rooms",
                Map.of(
                        "buildingCode",
                        "MK-B",
                        "number",
                        "M101",
                        "floorNumber",
                        1,
                        "institutionCode",
                        "MK-1",
                        "use",
                        "办公室",
                        "usableArea",
                        24));
        occupancy = add(
                "premises/occupancies",
                Map.of("buildingCode", "MK-B", "roomNumber", "M101", "personCode", "MK-P1", "startsOn", "2026-01-01"));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void whoeverKeepsThePeopleSeesNamesAndNobodySeesPhonesUnasked() {
        var row = json(get(ADMINISTRATOR, "/api/organization/people/" + person));
        var inspected = json(get(INSPECTOR, "/api/organization/people/" + person));

        assertThat(row).containsEntry("name", NAME).containsEntry("phone", "138****5678");
        assertThat(inspected).containsEntry("name", "诸***").containsEntry("phone", "138****5678");
    }

    @Test
    void noWayOutGivesAnInspectorTheNameOrAnybodyThePhone() {
        patch(
                ADMINISTRATOR,
                "/api/organization/people/" + person,
                Map.of("version", version(), "phone", "13812345679"));
        patch(ADMINISTRATOR, "/api/organization/people/" + person, Map.of("version", version(), "phone", PHONE));

        var ways = List.of(
                "/api/organization/people?institution=" + institution,
                "/api/organization/people/" + person,
                "/api/objects/person/" + person,
                "/api/objects/person/" + person + "/lifeline",
                "/api/objects/occupancy/" + occupancy,
                "/api/objects/occupancy/" + occupancy + "/lifeline",
                "/api/objects/room/" + room + "/lifeline",
                "/api/premises/occupancies?institution=" + institution,
                "/api/search?q=MK-P1",
                "/api/search?q=" + NAME.substring(0, 2));

        assertThat(ways).allSatisfy(way -> {
            var seen = get(INSPECTOR, way);
            assertThat(seen).hasStatusOk();
            assertThat(text(seen)).doesNotContain(NAME).doesNotContain(PHONE).doesNotContain("13812345679");
            assertThat(text(get(ADMINISTRATOR, way))).doesNotContain(PHONE).doesNotContain("13812345679");
        });
    }

    @Test
    void theAuditLogShowsARowAsMaskedAsTheRowItself() {
        var story = items(get(AUDITOR, "/api/safeguard/audit/objects/" + person));

        assertThat(story).isNotEmpty().allSatisfy(entry -> {
            var opened = text(get(AUDITOR, "/api/safeguard/audit/entries/" + entry.get("seq")));
            assertThat(opened).doesNotContain(NAME).doesNotContain(PHONE);
        });
    }

    @Test
    void aMaskedColumnIsNeitherFilteredNorSortedBySoThatNobodyGuesses() {
        var people = "/api/organization/people?";

        assertThat(get(INSPECTOR, people + "name=" + NAME)).hasStatus(403);
        assertThat(get(INSPECTOR, people + "name.like=诸")).hasStatus(403);
        assertThat(get(INSPECTOR, people + "sort=name")).hasStatus(403);
        assertThat(get(ADMINISTRATOR, people + "phone.from=138")).hasStatus(403);
        assertThat(get(ADMINISTRATOR, "/api/organization/people/export?sort=phone"))
                .hasStatus(403);
        assertThat(get(ADMINISTRATOR, people + "name=" + NAME)).hasStatusOk();
        assertThat(items(get(INSPECTOR, "/api/premises/occupancies?q=" + NAME))).isEmpty();
        assertThat(items(get(ADMINISTRATOR, "/api/premises/occupancies?q=" + NAME)))
                .hasSize(1);
        assertThat(items(get(INSPECTOR, people + "q=" + NAME))).isEmpty();
    }

    @Test
    void oneValueIsShownForAReasonAndTheLogKeepsWhoWhatAndWhy() {
        var shown = post(
                INSPECTOR,
                "/api/objects/person/" + person + "/reveal",
                Map.of("column", "phone", "purpose", "VERIFICATION", "reason", "核实办公室使用人"));

        assertThat(json(shown)).containsEntry("value", PHONE);
        var entry = items(get(AUDITOR, "/api/safeguard/audit/entries?limit=1&action=data.revealed"))
                .get(0);
        assertThat(entry)
                .containsEntry("actor", "account/mask-inspector")
                .containsEntry("object", "organization.person/" + person);
        var opened = text(get(AUDITOR, "/api/safeguard/audit/entries/" + entry.get("seq")));
        assertThat(opened).contains("核实办公室使用人").contains("phone").doesNotContain(PHONE);
    }

    @Test
    void nothingIsShownWithoutAReasonOrOutsideOfTheScope() {
        var foreign = officer(UUID.randomUUID());
        var path = "/api/objects/person/" + person + "/reveal";

        assertThat(post(INSPECTOR, path, Map.of("column", "phone", "purpose", "CONTACT", "reason", "  看 ")))
                .hasStatus(422);
        assertThat(post(INSPECTOR, path, Map.of("column", "phone", "reason", "没有说明目的")))
                .hasStatus(422);
        assertThat(post(foreign, path, Map.of("column", "phone", "purpose", "CONTACT", "reason", "联系这位同志")))
                .hasStatus(404);
    }

    @Test
    void aFormThatComesBackMaskedLeavesTheValueAsItIs() {
        var kept = patch(
                ADMINISTRATOR,
                "/api/organization/people/" + person,
                Map.of("version", version(), "phone", "138****5678", "retiredOn", "2039-01-01"));

        assertThat(kept).hasStatusOk();
        var shown = post(
                ADMINISTRATOR,
                "/api/objects/person/" + person + "/reveal",
                Map.of("column", "phone", "purpose", "VERIFICATION", "reason", "核对表单没有改动"));
        assertThat(json(shown)).containsEntry("value", PHONE);
    }

    @Test
    void whatIsNeitherAWholeValueNorWhatTheMaskLeavesIsRefusedWhereItStands() {
        var path = "/api/organization/people/" + person;
        for (var wrong : List.of("139****5678", "13*12345678", "***")) {
            var refused = patch(ADMINISTRATOR, path, Map.of("version", version(), "phone", wrong));
            assertThat(refused).as(wrong).hasStatus(422);
            assertThat(text(refused)).contains("\"/phone\"");
        }
        assertThat(patch(ADMINISTRATOR, path, Map.of("version", version(), "name", "诸葛*远")))
                .hasStatus(422);
        var added = post(
                ADMINISTRATOR,
                "/api/organization/people",
                Map.of("code", "MK-P9", "name", "诸**", "institutionCode", "MK-1", "rank", "正局(处)级"));
        assertThat(added).hasStatus(422);
        assertThat(text(added)).contains("\"/name\"");
    }

    @Test
    void theColumnsSayWhoSeesThemMasked() {
        var people = list(get(INSPECTOR, "/api/ledgers")).stream()
                .filter(ledger -> ledger.get("path").equals("organization/people"))
                .findFirst()
                .orElseThrow();

        assertThat(people.toString()).contains("grade=L3, category=PERSONAL, masked=true");
    }

    private Object version() {
        return json(get(ADMINISTRATOR, "/api/organization/people/" + person)).get("version");
    }

    @Test
    void whoeverWritesTheVeryValueThatIsThereHasAskedForIt() {
        var path = "/api/organization/people/" + person;
        patch(ADMINISTRATOR, path, Map.of("version", version(), "phone", PHONE));
        var before = searches();

        patch(ADMINISTRATOR, path, Map.of("version", version(), "phone", PHONE));
        assertThat(searches()).isEqualTo(before + 1);

        patch(ADMINISTRATOR, path, Map.of("version", version(), "phone", "138****5678"));
        assertThat(searches()).as("a form that comes back as it was").isEqualTo(before + 1);
    }

    private int searches() {
        return database.sql("select count(*) from safeguard.entry where action = 'data.searched'")
                .query(Integer.class)
                .single();
    }
}
