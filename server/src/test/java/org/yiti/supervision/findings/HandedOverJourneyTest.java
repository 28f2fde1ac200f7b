package org.yiti.supervision.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Granted;
import org.yiti.Journey;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

/** A finding that somebody leaves behind has somebody else in charge of it, or needs nobody any more. */
class HandedOverJourneyTest extends Journey {

    private static final Account INSPECTOR = new Account("inspector", "督查", Role.INSPECTOR, null, true);

    private final String n = UUID.randomUUID().toString().substring(0, 8);
    private UUID office;
    private UUID elsewhere;
    private UUID finding;
    private UUID item;

    @BeforeEach
    void aFindingWasLeftBehind() {
        office = institution("HO-" + n);
        elsewhere = institution("HE-" + n);
        somebody("gone-" + n, office);
        finding = database.sql("""
                        insert into supervision.finding (number, rule_id, rule_hash, subject_kind, subject_id, subject_title, institution_id,
                               severity, facts, evidence, parameters, fingerprint, first_seen, last_seen, due_on, assignee)
                        select :number, r.id, r.hash, 'institution', :institution, :number, :institution, 'SUSPICION', '{}', '[]', '[]', '',
                               '2026-10-01', '2026-10-01', '2026-12-01', :assignee
                          from supervision.rule r order by r.id limit 1 returning id
                        """)
                .param("number", "HO-" + n)
                .param("institution", office)
                .param("assignee", "gone-" + n)
                .query(UUID.class)
                .single();
        item = database.sql("""
                        insert into identity.left_behind (account_id, kind, object_id, title, institution_id, at)
                        select id, 'finding', ?, ?, ?, now() from identity.account where account = ? returning id
                        """)
                .param(finding)
                .param("HO-" + n)
                .param(office)
                .param("gone-" + n)
                .query(UUID.class)
                .single();
    }

    private UUID institution(String code) {
        database.sql(
                        "insert into organization.division (code, name, level) values ('950900', '交市', 'CITY') on conflict do nothing")
                .update();
        return add(
                "organization/institutions",
                Map.of(
                        "code",
                        code,
                        "name",
                        code + "局",
                        "kind",
                        "GOVERNMENT_ORGAN",
                        "level",
                        "CITY",
                        "divisionCode",
                        "950900"));
    }

    private void somebody(String account, UUID institution) {
        database.sql(
                        "insert into identity.account (account, name, role, institution_id, everything) values (?, '某人', 'OFFICER', ?, false)")
                .param(account)
                .param(institution)
                .update();
        Granted.only(database, account, Role.OFFICER);
    }

    private MvcTestResult handOver(String successor) {
        return post(INSPECTOR, "/api/identity/left-behind/" + item + "/successor", Map.of("successor", successor));
    }

    private Object now(String what) {
        return database.sql("select assignee, state, version from supervision.finding where id = ?")
                .param(finding)
                .query()
                .singleRow()
                .get(what);
    }

    private Object successor() {
        return database.sql("select successor from identity.left_behind where id = ?")
                .param(item)
                .query()
                .singleRow()
                .get("successor");
    }

    @Test
    void putsTheSuccessorInChargeAndSettlesWhatWasLeft() {
        somebody("next-" + n, office);

        assertThat(handOver("next-" + n)).hasStatus(204);

        assertThat(now("assignee")).isEqualTo("next-" + n);
        assertThat(successor()).isEqualTo("next-" + n);
        assertThat(handOver("next-" + n)).as("once").hasStatus(404);
    }

    @Test
    void staysOpenWhereTheSuccessorCannotReachIt() {
        somebody("far-" + n, elsewhere);

        assertThat(handOver("far-" + n)).hasStatus(422);
        assertThat(handOver("nobody-" + n)).hasStatus(422);

        assertThat(now("assignee")).isEqualTo("gone-" + n);
        assertThat(successor()).isNull();
    }

    @Test
    void isSettledWithoutAStepWhereTheFindingWasSettledMeanwhile() {
        somebody("next-" + n, office);
        database.sql("update supervision.finding set state = 'DISMISSED' where id = ?")
                .param(finding)
                .update();
        var version = now("version");

        assertThat(handOver("next-" + n)).hasStatus(204);

        assertThat(now("assignee")).isEqualTo("gone-" + n);
        assertThat(now("version")).isEqualTo(version);
        assertThat(successor()).isEqualTo("next-" + n);
    }
}
