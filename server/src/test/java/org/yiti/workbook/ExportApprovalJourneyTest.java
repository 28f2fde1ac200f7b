package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.identity.Account;
import org.yiti.identity.Purpose;
import org.yiti.identity.Rights;
import org.yiti.identity.Role;

@TestPropertySource(properties = "yiti.exports.most-rows=3")
@DirtiesContext
class ExportApprovalJourneyTest extends Journey {

    private static final String PEOPLE = "/api/organization/people/export?format=csv&institution=";
    private static final Account INSPECTOR = new Account("approver", "督查", Role.INSPECTOR, null, true);

    private static UUID institution;

    @BeforeEach
    void twoPeople() {
        if (institution != null) {
            return;
        }
        add("organization/divisions", Map.of("code", "971700", "name", "导出市", "level", "市级"));
        institution = institution("EX-1");
        for (var code : List.of("EX-P1", "EX-P2")) {
            add(
                    "organization/people",
                    Map.of(
                            "code",
                            code,
                            "name",
                            "司马" + code,
                            "institutionCode",
                            "EX-1",
                            "rank",
                            "局(处)级以下",
                            "phone",
                            "13712340001",
                            "idNumber",
                            "330102199003071230"));
        }
    }

    @BeforeEach
    void anotherDay() {
        database.sql("delete from workbook.exported").update();
    }

    private UUID institution(String code) {
        return add(
                "organization/institutions",
                Map.of("code", code, "name", "导出局" + code, "kind", "政府机关", "level", "市级", "divisionCode", "971700"));
    }

    private MvcTestResult asked(Account account) {
        return post(
                account,
                "/api/workbook/export-requests",
                Map.of(
                        "ledger",
                        "organization/people",
                        "format",
                        "csv",
                        "filters",
                        Map.of(),
                        "institution",
                        institution,
                        "purpose",
                        "SERVICE",
                        "reason",
                        "给人事部门核对名册"));
    }

    private Object id(MvcTestResult asked) {
        assertThat(asked).hasStatus(201);
        return json(asked).get("id");
    }

    private MvcTestResult decided(Account account, Object id, boolean approve) {
        return post(
                account,
                "/api/workbook/export-requests/" + id + "/decision",
                approve ? Map.of("approve", true) : Map.of("approve", false, "note", "范围过大"));
    }

    private MvcTestResult file(Account account, Object id) {
        return post(account, "/api/workbook/export-requests/" + id + "/file", Map.of());
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void aFileThatNobodyAgreedToIsMaskedEvenForWhoSeesTheNamesOnTheScreen() {
        var file = text(get(ADMINISTRATOR, PEOPLE + institution));

        assertThat(file).contains("EX-P1").contains("司*").doesNotContain("司马").doesNotContain("13712340001");
    }

    @Test
    void aSecondPersonAgreesAndTheFileIsTakenOnce() {
        var id = id(asked(ADMINISTRATOR));

        assertThat(file(ADMINISTRATOR, id)).hasStatus(409);
        assertThat(decided(ADMINISTRATOR, id, true)).hasStatus(403);
        assertThat(json(decided(INSPECTOR, id, true))).containsEntry("state", "APPROVED");
        assertThat(decided(INSPECTOR, id, false)).hasStatus(409);
        assertThat(file(INSPECTOR, id)).hasStatus(404);
        var file = text(file(ADMINISTRATOR, id));
        assertThat(file).contains("司马EX-P1").contains("13712340001");
        assertThat(file).contains("330102********1230").doesNotContain("330102199003071230");
        assertThat(file(ADMINISTRATOR, id)).hasStatus(409);
        assertThat(items(get(AUDITOR, "/api/safeguard/audit/entries?limit=3&action=export")))
                .extracting("action")
                .containsExactly("export.taken", "export.approved", "export.requested");
    }

    @Test
    void whatWasRejectedIsNotTakenAndTheReasonIsTold() {
        var id = id(asked(ADMINISTRATOR));
        assertThat(post(INSPECTOR, "/api/workbook/export-requests/" + id + "/decision", Map.of("approve", false)))
                .hasStatus(422);
        decided(INSPECTOR, id, false);

        assertThat(file(ADMINISTRATOR, id)).hasStatus(409);
        assertThat(items(get(ADMINISTRATOR, "/api/workbook/export-requests")))
                .filteredOn(request -> id.equals(request.get("id")))
                .singleElement()
                .satisfies(request ->
                        assertThat(request).containsEntry("state", "REJECTED").containsEntry("note", "范围过大"));
    }

    @Test
    void whatHasExpiredIsNotTaken() {
        var id = id(asked(ADMINISTRATOR));
        decided(INSPECTOR, id, true);
        database.sql("update workbook.export_request set expires_at = now() - interval '1 minute' where id = :id::uuid")
                .param("id", id)
                .update();

        assertThat(file(ADMINISTRATOR, id)).hasStatus(409);
    }

    @Test
    void theDatabaseItselfLetsNobodyDecideTheirOwn() {
        var id = id(asked(ADMINISTRATOR));

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> database.sql(
                                "update workbook.export_request set state = 'APPROVED', decided_by = requested_by where id = :id::uuid")
                        .param("id", id)
                        .update())
                .hasMessageContaining("nobody_decides_an_export_of_their_own");
    }

    @Test
    void whoDecidesInAPartOfTheTreeSeesNothingOfTheRest() {
        var id = id(asked(ADMINISTRATOR));
        var elsewhere = new Account("far-approver", "外地督查", Role.INSPECTOR, institution("EX-2"), false);

        assertThat(items(get(elsewhere, "/api/workbook/export-requests"))).isEmpty();
        assertThat(decided(elsewhere, id, true)).hasStatus(404);
    }

    @Test
    void moreRowsThanOnePersonMayTakeNeedASecondOne() {
        for (var i = 0; i < 4; i++) {
            institution("EX-L" + i);
        }

        assertThat(get(ADMINISTRATOR, "/api/organization/institutions/export?format=csv"))
                .hasStatus(403);
        assertThat(get(ADMINISTRATOR, "/api/organization/institutions/export?format=csv&code=EX-L1"))
                .hasStatusOk();
        var three = "/api/organization/institutions/export?format=csv&code=EX-L1&code=EX-L2&code=EX-L3";
        anotherDay();
        assertThat(get(ADMINISTRATOR, three))
                .as("as many as one person may take")
                .hasStatusOk();
        assertThat(get(ADMINISTRATOR, three + "&code=EX-L0")).as("one more").hasStatus(403);
    }

    @Test
    void manySmallFilesOfADayAreOneLargeOneWhateverTheyAreOf() {
        var one = "/api/organization/institutions/export?format=csv&code=EX-1";
        var findings = "/api/supervision/findings/export?format=csv&institution=" + institution;
        database.sql("""
                        insert into supervision.finding (number, rule_id, rule_hash, subject_kind, subject_id, subject_title, institution_id,
                               severity, state, facts, evidence, parameters, fingerprint, first_seen, last_seen, due_on)
                        values ('EX-F1', 'premises.no-use-agreement', '', 'institution', gen_random_uuid(), '甲', ?,
                               'VIOLATION', 'NEW', '{"title": "甲楼"}', '[]', '[]', '', current_date, current_date, current_date)
                        """).param(institution).update();
        assertThat(get(ADMINISTRATOR, PEOPLE + institution)).hasStatusOk();
        assertThat(get(ADMINISTRATOR, one)).as("two and one").hasStatusOk();

        assertThat(json(get(ADMINISTRATOR, one))).containsEntry("type", "/problems/workbook/exported-enough");
        assertThat(get(ADMINISTRATOR, findings)).hasStatus(403);
        assertThat(get(INSPECTOR, one)).as("nobody else").hasStatusOk();
        assertThat(get(INSPECTOR, findings)).as("nobody else").hasStatusOk();
        assertThat(database.sql(
                                "select clear ->> 'rows' from safeguard.entry where action = 'finding.exported' order by seq desc limit 1")
                        .query(String.class)
                        .single())
                .contains("1");

        database.sql("update workbook.exported set day = day - 1").update();
        assertThat(get(ADMINISTRATOR, one)).as("the day after").hasStatusOk();
    }

    @Test
    void everyPrintedPageSaysWhoTookTheFileAndWhen() throws Exception {
        var file = get(ADMINISTRATOR, "/api/organization/people/export?format=xlsx&institution=" + institution);

        try (var workbook =
                new XSSFWorkbook(new ByteArrayInputStream(file.getResponse().getContentAsByteArray()))) {
            assertThat(workbook.getSheetAt(0).getFooter().getCenter()).contains("管理员 admin 20");
            assertThat(workbook.getSheetAt(0).getHeader().getRight()).contains("管理员 admin 20");
        }
    }

    @Test
    void whoStandsInForTheAskerDoesNotAgreeInTheirStead() {
        var id = id(asked(ADMINISTRATOR));
        var standIn = known(new Account(
                "stand-in",
                "代理",
                Role.INSPECTOR,
                null,
                true,
                new Rights(
                        Purpose.STAND_IN,
                        ADMINISTRATOR.account(),
                        INSPECTOR.rights().reaches())));

        assertThat(items(get(standIn, "/api/workbook/export-requests")))
                .filteredOn(request -> id.equals(request.get("id")))
                .singleElement()
                .satisfies(request -> assertThat(request).containsEntry("mayDecide", false));
        assertThat(decided(standIn, id, true)).hasStatus(403);
        assertThat(json(decided(INSPECTOR, id, true))).containsEntry("state", "APPROVED");
    }

    @Test
    void everyRowOfATextFileSaysWhoTookIt() {
        var lines = text(get(ADMINISTRATOR, PEOPLE + institution)).lines().toList();

        assertThat(lines.get(0)).endsWith(",导出人及时间");
        assertThat(lines.subList(1, lines.size()))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line).contains("," + ADMINISTRATOR.name() + " " + ADMINISTRATOR.account() + " 20"));
    }

    @Test
    void theListComesPageByPageAndWhatWaitsComesFirst() {
        var decidedLast = id(asked(ADMINISTRATOR));
        var waiting = id(asked(ADMINISTRATOR));
        var other = id(asked(ADMINISTRATOR));
        decided(INSPECTOR, decidedLast, false);
        decided(INSPECTOR, other, false);
        var path = "/api/workbook/export-requests";
        var all = items(get(ADMINISTRATOR, path + "?limit=500"));

        var paged = new ArrayList<Map<String, Object>>();
        Object next = "";
        while (next != null) {
            var page = json(get(ADMINISTRATOR, path + "?limit=1" + (next.equals("") ? "" : "&after=" + next)));
            assertThat(page).containsEntry("total", all.size());
            paged.addAll((List<Map<String, Object>>) page.get("items"));
            next = page.get("next");
        }

        assertThat(paged).isEqualTo(all);
        assertThat(paged).extracting("id").doesNotHaveDuplicates().contains(decidedLast, waiting, other);
        assertThat(paged.get(0)).containsEntry("state", "REQUESTED");
        assertThat(paged).extracting("id").containsSubsequence(waiting, other, decidedLast);
        assertThat(get(ADMINISTRATOR, path + "?after=no-place")).hasStatus(422);
    }
}
