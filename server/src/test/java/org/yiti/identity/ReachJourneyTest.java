package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.yiti.workbook.ImportJourney;

/** Somebody who reads a whole city and writes one office of it never writes in another, whatever door they try. */
class ReachJourneyTest extends ImportJourney {

    private static int count;

    private UUID city;
    private UUID own;
    private UUID other;
    private String n;
    private Account mixed;

    @BeforeEach
    void aCityWithTwoOffices() {
        n = "R" + ++count;
        var division = freshDivision();
        add("organization/divisions", Map.of("code", division, "name", n + "市", "level", "市级"));
        city = institution(n + "-0", division, null);
        own = institution(n + "-1", division, n + "-0");
        other = institution(n + "-2", division, n + "-0");
        mixed = known(mixed(Permission.WRITE, Permission.IMPORT, Permission.VERIFY, Permission.RECTIFY));
    }

    private Account mixed(Permission... there) {
        return new Account(
                "mixed-" + n,
                "两处",
                Role.OFFICER,
                own,
                false,
                Rights.of(
                        Purpose.DAILY,
                        null,
                        List.of(new Rights.Held(Set.of(Permission.READ), city), new Rights.Held(Set.of(there), own))));
    }

    private UUID institution(String code, String division, String parent) {
        var cells = new java.util.HashMap<String, Object>(
                Map.of("code", code, "name", code + "局", "kind", "政府机关", "level", "市级", "divisionCode", division));
        if (parent != null) {
            cells.put("parentCode", parent);
        }
        return add("organization/institutions", cells);
    }

    private UUID site(String code, String institution) {
        return add("premises/sites", Map.of("code", code, "name", code, "institutionCode", institution));
    }

    @Test
    void listsAndExportsBothAndNothingElse() {
        site(n + "-S1", n + "-1");
        site(n + "-S2", n + "-2");

        assertThat(items(get(mixed, "/api/premises/sites?limit=50")))
                .extracting("code")
                .containsExactlyInAnyOrder(n + "-S1", n + "-S2");
        assertThat(get(mixed, "/api/premises/sites/export?format=csv").getResponse())
                .satisfies(csv -> assertThat(new String(csv.getContentAsByteArray(), StandardCharsets.UTF_8))
                        .contains(n + "-S1", n + "-S2"));
    }

    @Test
    void addsChangesAndRemovesInOneOfficeOnly() {
        var mine = site(n + "-S1", n + "-1");
        var theirs = site(n + "-S2", n + "-2");

        assertThat(post(
                        mixed,
                        "/api/premises/sites",
                        Map.of("code", n + "-S3", "name", "院", "institutionCode", n + "-1")))
                .hasStatus(201);
        assertThat(post(
                        mixed,
                        "/api/premises/sites",
                        Map.of("code", n + "-S4", "name", "院", "institutionCode", n + "-2")))
                .hasStatus(422);
        assertThat(patch(mixed, "/api/premises/sites/" + mine, Map.of("version", 1, "name", "改")))
                .hasStatusOk();
        assertThat(patch(mixed, "/api/premises/sites/" + theirs, Map.of("version", 1, "name", "改")))
                .hasStatus(403);
        assertThat(patch(mixed, "/api/premises/sites/" + mine, Map.of("version", 2, "institutionCode", n + "-2")))
                .as("moved to where one only reads")
                .hasStatus(422);
        assertThat(delete(mixed, "/api/premises/sites/" + theirs + "?version=1"))
                .hasStatus(403);
        assertThat(name(theirs)).isEqualTo(n + "-S2");
    }

    private String name(UUID site) {
        return database.sql("select name from premises.site where id = ?")
                .param(site)
                .query(String.class)
                .single();
    }

    @Test
    void importsIntoOneOfficeOnly() throws Exception {
        var theirs = site(n + "-S2", n + "-2");
        var csv = "院落编码,院落名称,单位编码\n%1$s-S5,院,%1$s-1\n%1$s-S6,院,%1$s-2\n%1$s-S2,改,%1$s-2\n".formatted(n);
        var id = upload(mixed, "院.csv", csv.getBytes(StandardCharsets.UTF_8));

        assertThat(rested(id)).containsEntry("problems", 2);
        assertThat(post(mixed, "/api/workbook/imports/" + id + "/apply?skipBad=true", Map.of("skipBad", true)))
                .hasStatus(202);
        assertThat(rested(id)).containsEntry("state", "APPLIED");
        assertThat(name(theirs)).isEqualTo(n + "-S2");
        assertThat(database.sql("select code from premises.site where code like ? order by code")
                        .param(n + "-S%")
                        .query(String.class)
                        .list())
                .containsExactly(n + "-S2", n + "-S5");
    }

    @Test
    void takesNothingBackWhereTheRightIsGoneInTheMeantime() throws Exception {
        var csv = "院落编码,院落名称,单位编码\n%1$s-S7,院,%1$s-1\n".formatted(n);
        var id = upload(mixed, "院.csv", csv.getBytes(StandardCharsets.UTF_8));
        rested(id);
        post(mixed, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", false));
        assertThat(rested(id)).containsEntry("state", "APPLIED");
        database.sql(
                        "update identity.grant set institution_id = ? where permission = 'IMPORT' and account_id = (select id from identity.account where account = ?)")
                .param(other)
                .param(mixed.account())
                .update();

        post(mixed, "/api/workbook/imports/" + id + "/undo", Map.of());

        assertThat(rested(id)).containsEntry("state", "APPLIED");
        assertThat(database.sql("select count(*) from premises.site where code = ?")
                        .param(n + "-S7")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void settlesFindingsOfOneOfficeOnly() {
        var mine = finding(own);
        var theirs = finding(other);

        assertThat(items(get(mixed, "/api/supervision/findings?limit=50")))
                .extracting("id")
                .contains(mine.toString(), theirs.toString());
        step(mine);
        assertThat(step(theirs)).isEqualTo(403);
        assertThat(state(mine)).isEqualTo("VERIFYING");
        assertThat(state(theirs)).isEqualTo("NEW");
    }

    private int step(UUID finding) {
        return post(mixed, "/api/supervision/findings/" + finding + "/steps", Map.of("step", "VERIFY", "version", 1))
                .getResponse()
                .getStatus();
    }

    private String state(UUID finding) {
        return database.sql("select state from supervision.finding where id = ?")
                .param(finding)
                .query(String.class)
                .single();
    }

    private UUID finding(UUID institution) {
        return database.sql("""
                        insert into supervision.finding (number, rule_id, rule_hash, subject_kind, subject_id, subject_title, institution_id,
                                                         severity, facts, evidence, parameters, fingerprint, first_seen, last_seen, due_on)
                        select 'R-' || gen_random_uuid(), min(id), '', 'room', gen_random_uuid(), '某室', ?, 'VIOLATION', '{}', '[]', '{}', '',
                               current_date, current_date, current_date
                          from supervision.rule where not enabled -- which no judgement looks at
                        returning id
                        """).param(institution).query(UUID.class).single();
    }

    @Test
    void putsPapersWithObjectsOfOneOfficeOnly() {
        var mine = site(n + "-S1", n + "-1");
        var theirs = site(n + "-S2", n + "-2");

        assertThat(paper(mine)).isEqualTo(201);
        assertThat(paper(theirs)).isEqualTo(403);
    }

    private int paper(UUID site) {
        return http.post()
                .multipart()
                .file(new MockMultipartFile(
                        "file", "a.pdf", "application/pdf", "%PDF-1.7 甲乙丙丁".getBytes(StandardCharsets.UTF_8)))
                .uri("/api/objects/site/" + site + "/papers?title=t&paperKind=OTHER")
                .with(as(mixed))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange()
                .getResponse()
                .getStatus();
    }
}
