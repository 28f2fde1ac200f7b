package org.yiti.safeguard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.TestPropertySource;
import org.yiti.Browser;
import org.yiti.Journey;
import org.yiti.identity.Account;
import org.yiti.identity.DemonstrationAccounts;
import org.yiti.identity.Role;
import org.yiti.proof.bundle.ExportedProof;
import org.yiti.proof.note.VerifierKey;
import org.yiti.proof.verify.Verify;

@TestPropertySource(properties = "yiti.of=AuditJourneyTest")
class AuditJourneyTest extends Journey {

    private static boolean ready;
    private static UUID city;
    private static UUID county;

    @TempDir
    Path place;

    @Autowired
    private DemonstrationAccounts accounts;

    @BeforeEach
    void aSmallCity() {
        if (ready) {
            return;
        }
        ready = true;
        add("organization/divisions", Map.of("code", "940100", "name", "审计市", "level", "市级"));
        city = add("organization/institutions", institution("A-市", "审计市机关事务管理局", "市级"));
        county = add("organization/institutions", institution("A-县", "审计县财政局", "县级"));
    }

    private static Map<String, Object> institution(String code, String name, String level) {
        return Map.of("code", code, "name", name, "kind", "政府机关", "level", level, "divisionCode", "940100");
    }

    private List<Map<String, Object>> entries(Account account, String query) {
        return items(get(account, "/api/safeguard/audit/entries" + query));
    }

    private Map<String, Object> newest(String action) {
        return entries(AUDITOR, "?limit=1&action=" + action).get(0);
    }

    private static List<Object> actions(List<Map<String, Object>> entries) {
        return entries.stream().<Object>map(entry -> entry.get("action")).toList();
    }

    @Test
    void tellsTheStoryOfARowWithTheValuesThatWereSealed() {
        var row = json(get(ADMINISTRATOR, "/api/organization/institutions/{id}", county));
        patch(
                ADMINISTRATOR,
                "/api/organization/institutions/" + county,
                Map.of("version", row.get("version"), "phone", "0571-88"));

        var story = items(get(AUDITOR, "/api/safeguard/audit/objects/{id}", county));
        assertThat(actions(story)).containsExactly("ledger.created", "ledger.changed");
        assertThat(story.get(1)).containsEntry("actor", "account/admin").containsEntry("sound", true);

        for (var entry : story) {
            var opened = json(get(AUDITOR, "/api/safeguard/audit/entries/{seq}", entry.get("seq")));
            assertThat(opened.get("opened").toString()).contains("matches=true").doesNotContain("matches=false");
        }
    }

    @Test
    void sealsWhoComesAndGoesAndWhoIsNotLetIn() {
        accounts.open("guest", "来客", Role.INSPECTOR, null, true);
        var browser = new Browser(http, "10.0.0.9");
        browser.signIn("guest", DemonstrationAccounts.PASSWORD);
        browser.delete("/api/identity/session");
        browser.signIn("guest", "my other password");

        assertThat(actions(entries(AUDITOR, "?limit=3&action=session")))
                .containsExactly("session.sign-in-failed", "session.signed-out", "session.signed-in");
        var failed = newest("session.sign-in-failed");
        assertThat(failed).containsEntry("actor", "nobody").containsEntry("object", "account/?");
        assertThat(json(get(AUDITOR, "/api/safeguard/audit/entries/{seq}", failed.get("seq")))
                        .get("opened")
                        .toString())
                .contains("field=account", "value=guest", "field=address")
                .doesNotContain("my other password");
    }

    @Test
    void sealsWhoIsTurnedAwayUnheardAndNotMoreThanSomeOfThem() {
        accounts.open("guessed", "被猜", Role.INSPECTOR, null, true);
        var browser = new Browser(http, "10.0.0.19");
        for (var i = 0; i < 5; i++) {
            browser.signIn("guessed", "not my password");
        }
        assertThat(count("session.sign-in-suspended")).isZero();

        assertThat(browser.signIn("guessed", DemonstrationAccounts.PASSWORD)).hasStatus(429);

        var told = newest("session.sign-in-suspended");
        assertThat(told)
                .containsEntry("actor", "nobody")
                .containsEntry("object", "account/?")
                .containsEntry("outcome", "refused");
        assertThat(json(get(AUDITOR, "/api/safeguard/audit/entries/{seq}", told.get("seq")))
                        .get("opened")
                        .toString())
                .contains("value=guessed", "value=10.0.0.19");
        for (var i = 0; i < 100; i++) {
            browser.signIn("guessed", "x");
        }
        assertThat(count("session.sign-in-suspended")).isEqualTo(RefusedOften.A_MINUTE);
    }

    private long count(String action) {
        return database.sql("select count(*) from safeguard.entry where action = ?")
                .param(action)
                .query(Long.class)
                .single();
    }

    @Test
    void sealsWhatAdministratorsDoToAccounts() {
        accounts.open("keeper", "管理员", Role.SYSTEM_ADMINISTRATOR, null, true);
        var browser = new Browser(http, "10.0.0.10");
        assertThat(browser.signIn("keeper", DemonstrationAccounts.PASSWORD)).hasStatusOk();
        var wish = Map.of(
                "account", "newcomer", "name", "新人", "role", "OFFICER", "institutionId", county, "everything", false);
        var opened = browser.post("/api/identity/accounts", wish);
        assertThat(opened).hasStatus(201);
        var id = json(opened).get("id");
        browser.send(
                HttpMethod.PUT,
                "/api/identity/accounts/" + id,
                Map.of(
                        "name",
                        "新人",
                        "role",
                        "OFFICER",
                        "institutionId",
                        county,
                        "everything",
                        false,
                        "enabled",
                        false));

        assertThat(actions(entries(AUDITOR, "?limit=2&action=account")))
                .containsExactly("account.closed", "account.opened");
        assertThat(newest("account.opened"))
                .containsEntry("actor", "account/keeper")
                .containsEntry("object", "account/newcomer");
    }

    @Test
    void sealsARefusalAlthoughWhatWasTriedIsRolledBack() {
        assertThat(post(AUDITOR, "/api/organization/institutions", Map.of())).hasStatus(403);
        assertThat(newest("request.refused"))
                .containsEntry("actor", "account/auditor")
                .containsEntry("object", "request/POST /api/organization/institutions")
                .containsEntry("outcome", "identity.not-permitted");

        assertThat(get(officer(county), "/api/organization/institutions/{id}", city))
                .hasStatus(404);
        assertThat(newest("request.refused")).containsEntry("outcome", "ledger.row-not-found");
    }

    @Test
    void sealsExportsImportsRulesAndSweeps() {
        http.get()
                .uri("/api/organization/institutions/export?format=csv")
                .with(as(ADMINISTRATOR))
                .exchange();
        post(ADMINISTRATOR, "/api/supervision/sweeps", Map.of());
        http.put()
                .uri("/api/supervision/rules/energy.night-load/enabled")
                .with(as(ADMINISTRATOR))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"enabled\":false,\"reason\":\"试用\"}")
                .exchange();

        assertThat(newest("ledger.exported")).containsEntry("object", "ledger/organization.institution");
        assertThat(newest("sweep.started")).containsEntry("actor", "account/admin");
        assertThat(newest("rule.switched-off")).containsEntry("object", "supervision.rule/energy.night-load");
        assertThat(newest("parameters.loaded")).containsEntry("actor", "house");
    }

    @Test
    void showsTheEntriesOfOnesInstitutionsAlone() {
        var own = new Account("watcher", "看审计", Role.AUDIT_ADMINISTRATOR, county, false);

        assertThat(entries(own, "?limit=500"))
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(entry.get("institution").toString()).contains(county.toString()));
        assertThat(items(get(own, "/api/safeguard/audit/objects/{id}", city))).isEmpty();
        var foreign = items(get(AUDITOR, "/api/safeguard/audit/objects/{id}", city))
                .get(0)
                .get("seq");
        assertThat(get(own, "/api/safeguard/audit/entries/{seq}", foreign)).hasStatus(404);
        assertThat(get(own, "/api/safeguard/audit/entries/{seq}/proof", foreign))
                .hasStatus(404);
        assertThat(get(own, "/api/safeguard/audit/export")).hasStatus(403);
        assertThat(get(officer(county), "/api/safeguard/audit/entries")).hasStatus(403);
    }

    @Test
    void provesOneEntryToWhoeverHasTheKeys() throws Exception {
        var seq = newest("ledger.created").get("seq");
        var file = get(AUDITOR, "/api/safeguard/audit/entries/{seq}/proof", seq)
                .getResponse()
                .getContentAsByteArray();

        var keys = vkeys().stream().map(VerifierKey::parse).toList();
        assertThat(keys).hasSize(2);
        var head = ExportedProof.parse(file).check(keys);
        assertThat(head.signers()).hasSize(2);

        var saved = Files.write(place.resolve("proof.json"), file);
        assertThat(new Verify(System.out, Locale.ENGLISH).run("--proof", saved.toString(), "--key", vkeys().get(0)))
                .isZero();
    }

    @Test
    void handsTheWholeLogOverAndThatIsTheLastItHolds() throws Exception {
        var answer = get(AUDITOR, "/api/safeguard/audit/export");
        assertThat(answer).hasStatusOk();
        var bundle = Files.write(place.resolve("log.zip"), answer.getResponse().getContentAsByteArray());

        var arguments = IntStream.range(0, 2)
                .boxed()
                .flatMap(i -> Stream.of("--key", vkeys().get(i)))
                .collect(Collectors.toList());
        arguments.add(bundle.toString());
        assertThat(new Verify(System.out, Locale.ENGLISH).run(arguments.toArray(String[]::new)))
                .isZero();
        assertThat(newest("audit.exported")).containsEntry("actor", "account/auditor");
    }

    @Test
    void goesThroughItPageByPage() {
        var first = json(get(AUDITOR, "/api/safeguard/audit/entries?limit=2"));
        var second = json(get(AUDITOR, "/api/safeguard/audit/entries?limit=2&after={after}", first.get("next")));

        var ends = ((List<?>) first.get("items")).get(1);
        assertThat(((Map<?, ?>) ((List<?>) second.get("items")).get(0)).get("seq"))
                .isEqualTo(((Number) ((Map<?, ?>) ends).get("seq")).intValue() - 1);
        assertThat(entries(AUDITOR, "?at.from=2020-01-01&at.to=2020-12-31")).isEmpty();
        assertThat(entries(AUDITOR, "?at.from=2020-01-01&actor=account/admin&outcome=done&limit=1"))
                .hasSize(1);
        assertThat(get(AUDITOR, "/api/safeguard/audit/entries?at.from=tomorrow"))
                .hasStatus(422);
    }

    private long searchesOf(Account reader) {
        return database.sql("select count(*) from safeguard.entry where action = 'audit.read' and actor = ?")
                .param("account/" + reader.account())
                .query(Long.class)
                .single();
    }

    @Test
    void aSearchIsOneEntryHoweverManyOfItsPagesAreTurned() {
        var reader = new Account("turns-pages", "翻页", Role.AUDIT_ADMINISTRATOR, null, true);
        var search = "/api/safeguard/audit/entries?outcome=done&limit=1";
        Object next = json(get(reader, search)).get("next");
        for (var page = 0; page < 2; page++) {
            next = json(get(reader, search + "&after=" + next)).get("next");
        }
        assertThat(searchesOf(reader)).isOne();

        get(reader, "/api/safeguard/audit/entries?outcome=done&at.from=2020-01-01&after=" + next);
        assertThat(searchesOf(reader)).as("begun in the middle").isEqualTo(2);
        get(reader, search);
        assertThat(searchesOf(reader)).as("begun anew").isEqualTo(3);
    }

    @SuppressWarnings("unchecked")
    private List<String> vkeys() {
        return (List<String>) json(get(AUDITOR, "/api/safeguard/audit/log")).get("keys");
    }
}
