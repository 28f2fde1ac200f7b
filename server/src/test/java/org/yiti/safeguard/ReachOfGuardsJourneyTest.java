package org.yiti.safeguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.identity.Account;
import org.yiti.identity.Permission;
import org.yiti.identity.Purpose;
import org.yiti.identity.Rights;
import org.yiti.identity.Role;

/** Somebody reads a city, and sees who people are in one office of it: in the others nothing guarded is theirs. */
class ReachOfGuardsJourneyTest extends Journey {

    private static final String PEOPLE = "/api/organization/people";
    private static final Set<Permission> GUARDS = EnumSet.of(
            Permission.PERSONAL,
            Permission.TRACK,
            Permission.REVEAL,
            Permission.EXPORT_APPROVAL,
            Permission.PROTECTION);

    private static UUID city;
    private static UUID own;
    private static UUID other;
    private static UUID ours;
    private static UUID theirs;

    private static Account mixed;

    @BeforeEach
    void aCityWithTwoOffices() {
        if (city != null) {
            return;
        }
        add("organization/divisions", Map.of("code", "971910", "name", "及远市", "level", "市级"));
        city = institution("RG-0", null);
        own = institution("RG-1", "RG-0");
        other = institution("RG-2", "RG-0");
        ours = person("RG-P1", "慕容本处", "RG-1", "13611110001", "330102199003071230");
        theirs = person("RG-P2", "慕容别处", "RG-2", "13611110002", "330102199003071257");
        mixed = reader("reach-mixed", GUARDS, own);
    }

    private static Account reader(String account, Set<Permission> there, UUID root) {
        return new Account(
                account,
                "两处",
                Role.OFFICER,
                own,
                false,
                Rights.of(
                        Purpose.DAILY,
                        null,
                        List.of(new Rights.Held(Set.of(Permission.READ), city), new Rights.Held(there, root))));
    }

    private UUID institution(String code, String parent) {
        var cells = new HashMap<String, Object>(
                Map.of("code", code, "name", code + "局", "kind", "政府机关", "level", "市级", "divisionCode", "971910"));
        if (parent != null) {
            cells.put("parentCode", parent);
        }
        return add("organization/institutions", cells);
    }

    private UUID person(String code, String name, String institution, String phone, String number) {
        return add(
                "organization/people",
                Map.of(
                        "code",
                        code,
                        "name",
                        name,
                        "institutionCode",
                        institution,
                        "rank",
                        "局(处)级以下",
                        "phone",
                        phone,
                        "idNumber",
                        number));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult revealed(UUID person) {
        return post(
                mixed,
                "/api/objects/person/" + person + "/reveal",
                Map.of("column", "phone", "purpose", "CONTACT", "reason", "通知开会时间"));
    }

    private MvcTestResult asked(Account account, Map<String, Object> filters, UUID institution) {
        var request = new HashMap<String, Object>(Map.of(
                "ledger",
                "organization/people",
                "format",
                "csv",
                "filters",
                filters,
                "purpose",
                "SERVICE",
                "reason",
                "给人事部门核对名册"));
        if (institution != null) {
            request.put("institution", institution);
        }
        return post(account, "/api/workbook/export-requests", request);
    }

    @Test
    void aListMasksRowByRow() {
        assertThat(items(get(mixed, PEOPLE + "?q=RG-P")))
                .extracting("code", "name")
                .containsExactlyInAnyOrder(tuple("RG-P1", "慕容本处"), tuple("RG-P2", "慕***"));
        for (var way : List.of(PEOPLE + "/", "/api/objects/person/")) {
            assertThat(text(get(mixed, way + ours))).contains("慕容本处");
            assertThat(text(get(mixed, way + theirs))).contains("慕***").doesNotContain("慕容别处");
        }
    }

    @Test
    void theLifeLineMasksByWhoseItIs() {
        for (var person : List.of(ours, theirs)) {
            for (var name : List.of("司徒一", person.equals(ours) ? "慕容本处" : "慕容别处")) {
                var version = json(get(ADMINISTRATOR, PEOPLE + "/" + person)).get("version");
                assertThat(patch(ADMINISTRATOR, PEOPLE + "/" + person, Map.of("version", version, "name", name)))
                        .hasStatusOk();
            }
        }

        assertThat(text(get(mixed, "/api/objects/person/" + ours + "/lifeline")))
                .contains("司徒一");
        assertThat(text(get(mixed, "/api/objects/person/" + theirs + "/lifeline")))
                .contains("司**")
                .doesNotContain("司徒一");
    }

    @Test
    void whatIsMaskedIsNeitherFoundNorSortedByAndWhatIsSeenIs() {
        assertThat(items(get(mixed, PEOPLE + "?name.like=慕容")))
                .extracting("code")
                .contains("RG-P1")
                .doesNotContain("RG-P2");
        assertThat(items(get(mixed, PEOPLE + "?name=慕容别处"))).isEmpty();
        assertThat(items(get(mixed, "/api/premises/occupancies?q=慕容别处"))).isEmpty();
        assertThat(items(get(mixed, PEOPLE + "?q=慕容")))
                .extracting("code")
                .contains("RG-P1")
                .doesNotContain("RG-P2");
        assertThat(get(mixed, PEOPLE + "?sort=name")).hasStatus(403);
        assertThat(items(get(mixed, PEOPLE + "?sort=name&institution=" + own))).isNotEmpty();
        assertThat(get(mixed, PEOPLE + "?sort=name&institution=" + other)).hasStatus(403);
    }

    @Test
    void aSealedValueIsAskedForOnlyWhereOneMayHaveItShown() {
        assertThat(items(get(mixed, PEOPLE + "?idNumber=330102199003071230")))
                .extracting("code")
                .containsExactly("RG-P1");
        assertThat(items(get(mixed, PEOPLE + "?idNumber=330102199003071257"))).isEmpty();
    }

    @Test
    void aValueIsShownAndDestroyedOnlyWhereTheRightReaches() {
        assertThat(json(revealed(ours))).containsEntry("value", "13611110001");
        assertThat(revealed(theirs)).hasStatus(403);
        var why = Map.of("reason", "本人申请删除");
        var gone = person("RG-Q3", "慕容离去", "RG-1", "13611110003", "330102199003071273");
        assertThat(post(mixed, "/api/objects/person/" + theirs + "/destruction", why))
                .hasStatus(403);
        assertThat(post(mixed, "/api/objects/person/" + gone + "/destruction", why))
                .hasStatus(204);
        assertThat(json(get(mixed, PEOPLE + "/" + gone)))
                .as("by somebody who changes no rows")
                .containsEntry("phone", null);
        assertThat(json(get(ADMINISTRATOR, PEOPLE + "/" + theirs))).containsEntry("phone", "136****0002");
    }

    @Test
    void whatIsTheWholeHousesIsNotForWhoProtectsOneOffice() {
        assertThat(get(mixed, "/api/safeguard/data-keys")).hasStatus(403);
        assertThat(post(mixed, "/api/safeguard/data-keys", Map.of())).hasStatus(403);
        assertThat(get(mixed, "/api/safeguard/retention")).hasStatus(403);
        assertThat(post(mixed, "/api/safeguard/retention/runs", Map.of())).hasStatus(403);
        assertThat(get(ADMINISTRATOR, "/api/safeguard/data-keys")).hasStatusOk();
    }

    @Test
    void aFileIsAskedForWhereOneMayHaveValuesShown() {
        assertThat(asked(mixed, Map.of(), own)).hasStatus(201);
        assertThat(asked(mixed, Map.of(), other)).hasStatus(403);
        assertThat(asked(mixed, Map.of(), null)).as("all one reads").hasStatus(403);
        assertThat(asked(mixed, Map.of(), UUID.randomUUID())).hasStatus(404);
        var twice = new Account(
                "reach-twice",
                "两枝",
                Role.OFFICER,
                own,
                false,
                Rights.of(
                        Purpose.DAILY,
                        null,
                        List.of(
                                new Rights.Held(Set.of(Permission.READ, Permission.REVEAL), own),
                                new Rights.Held(Set.of(Permission.READ, Permission.REVEAL), other))));
        var refused = asked(twice, Map.of(), null);
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("\"/institution\"");
    }

    @Test
    void aFileIsDecidedOnByWhoMayForTheInstitutionItIsAskedFor() {
        var ofCity = json(asked(ADMINISTRATOR, Map.of(), city)).get("id");
        var ofOther = json(asked(ADMINISTRATOR, Map.of(), other)).get("id");
        var ofOwn = json(asked(ADMINISTRATOR, Map.of(), own)).get("id");
        var ofHouse = json(asked(ADMINISTRATOR, Map.of(), null)).get("id");

        assertThat(items(get(mixed, "/api/workbook/export-requests")))
                .extracting(request -> request.get("id"))
                .contains(ofOwn)
                .doesNotContain(ofCity, ofOther, ofHouse);
        for (var id : List.of(ofCity, ofOther, ofHouse)) {
            assertThat(post(mixed, "/api/workbook/export-requests/" + id + "/decision", Map.of("approve", true)))
                    .hasStatus(404);
        }
        assertThat(post(mixed, "/api/workbook/export-requests/" + ofOwn + "/decision", Map.of("approve", true)))
                .hasStatusOk();
    }

    @Test
    void aFileIsNotTakenByWhoLostTheRightNorWithMoreThanWasAgreedTo() {
        var path = "/api/workbook/export-requests/"
                + json(asked(mixed, Map.of("code", List.of("RG-P1")), own)).get("id");
        var growing = "/api/workbook/export-requests/"
                + json(asked(mixed, Map.of("code.like", List.of("RG-G")), own)).get("id");
        for (var one : List.of(path, growing)) {
            assertThat(post(ADMINISTRATOR, one + "/decision", Map.of("approve", true)))
                    .hasStatusOk();
        }
        var without = reader("reach-mixed", Set.of(Permission.REVEAL), other);

        assertThat(post(without, path + "/file", Map.of())).hasStatus(403);
        for (var n = 1; n <= 11; n++) {
            add(
                    "organization/people",
                    Map.of("code", "RG-G" + n, "name", "慕容新来", "institutionCode", "RG-1", "rank", "局(处)级以下"));
        }
        assertThat(post(mixed, growing + "/file", Map.of())).hasStatus(409);
        assertThat(text(post(mixed, path + "/file", Map.of()))).contains("慕容本处");
    }

    @Test
    void whatAFileIsFilteredByIsNoWayToAskForWhatIsSealed() {
        assertThat(asked(ADMINISTRATOR, Map.of("idNumber", List.of("330102199003071230")), own))
                .hasStatus(403);
        assertThat(text(get(ADMINISTRATOR, PEOPLE + "/export?format=csv&idNumber=330102199003071230")))
                .contains("RG-P1");
        assertThat(items(get(AUDITOR, "/api/safeguard/audit/entries?limit=1&action=data.searched")))
                .hasSize(1);
        asked(mixed, Map.of("name", List.of("慕容本处")), own);

        var told = database.sql(
                        "select string_agg(clear::text, ' ') from safeguard.entry where action in ('ledger.exported', 'export.requested')")
                .query(String.class)
                .single();
        assertThat(told)
                .contains("idNumber", "name=[***]")
                .doesNotContain("330102199003071230")
                .doesNotContain("慕容本处");
        assertThat(database.sql("select string_agg(filters::text, ' ') from workbook.export_request")
                        .query(String.class)
                        .single())
                .doesNotContain("330102199003071230");
    }

    @Test
    void whatIsWrongWithARequestIsSaidWhereItIs() {
        var nothing = new HashMap<String, Object>();
        nothing.put("q", null);
        for (var filters : List.<Map<String, Object>>of(Map.of("q", List.of()), nothing, Map.of("q", List.of(" ")))) {
            var refused = asked(mixed, filters, own);
            assertThat(refused).hasStatus(422);
            assertThat(text(refused)).contains("\"/filters/q\"");
        }
        var request = new HashMap<String, Object>(
                Map.of("ledger", "organization/people", "format", "csv", "filters", Map.of(), "institution", own));
        request.putAll(Map.of("purpose", "SERVICE", "reason", "      "));
        var blank = post(mixed, "/api/workbook/export-requests", request);
        assertThat(blank).hasStatus(422);
        assertThat(text(blank)).contains("\"/reason\"");
        request.putAll(Map.of("reason", "给人事部门核对名册", "sort", "nowhere"));
        assertThat(post(mixed, "/api/workbook/export-requests", request)).hasStatus(422);
        request.put("sort", "phone");
        assertThat(post(mixed, "/api/workbook/export-requests", request)).hasStatus(403);
    }

    @Test
    void whatForAndWhatOneWorksForAreBothKept() {
        var urgent = new Account(
                "reach-urgent",
                "应急",
                Role.OFFICER,
                own,
                false,
                Rights.of(
                        Purpose.EMERGENCY,
                        null,
                        List.of(new Rights.Held(Set.of(Permission.READ, Permission.REVEAL), own))));

        assertThat(post(
                        urgent,
                        "/api/objects/person/" + ours + "/reveal",
                        Map.of("column", "phone", "purpose", "CONTACT", "reason", "通知撤离时间")))
                .hasStatusOk();

        assertThat(database.sql(
                                "select clear ->> 'purpose' || ' ' || (clear ->> 'workingFor') from safeguard.entry where actor = 'account/reach-urgent' and action = 'data.revealed'")
                        .query(String.class)
                        .single())
                .isEqualTo("CONTACT EMERGENCY");
    }
}
