package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who keeps accounts in one office and only reads in another keeps, chooses and hands over in the one. */
class KeepersReachTest extends SignedInJourney {

    @Autowired
    private AccountDirectory directory;

    private UUID here;
    private UUID there;

    @BeforeEach
    void twoOffices() {
        here = institution("H-" + tag);
        there = institution("T-" + tag);
    }

    /** May this here, and read there. */
    private Account mixed(Role role) {
        return new Account(
                "mixed-" + tag,
                "两处",
                role,
                here,
                false,
                Rights.of(
                        Purpose.DAILY,
                        null,
                        List.of(
                                new Rights.Held(role.permissions(), here),
                                new Rights.Held(Set.of(Permission.READ), there))));
    }

    private Object chosen(Role role, String what, String q) {
        return items(get(mixed(role), "/api/identity/choices/" + what + "?q=" + q)).stream()
                .map(one -> one.get("code"))
                .toList();
    }

    @Test
    void choosesAmongPeopleAndInstitutionsOfWhereAccountsAreKept() {
        for (var office : List.of("H-", "T-")) {
            person(office + tag);
        }

        assertThat(chosen(Role.SYSTEM_ADMINISTRATOR, "people", tag)).isEqualTo(List.of("H-" + tag));
        assertThat(chosen(Role.SYSTEM_ADMINISTRATOR, "institutions", tag)).isEqualTo(List.of("H-" + tag));
        assertThat(chosen(Role.SECURITY_ADMINISTRATOR, "institutions", tag)).isEqualTo(List.of("H-" + tag));
        assertThat(get(mixed(Role.SYSTEM_ADMINISTRATOR), "/api/identity/choices/institutions/{id}", there))
                .hasStatus(404);
    }

    private UUID left(UUID office, String title) {
        return left(office, office, title);
    }

    private UUID left(UUID office, UUID object, String title) {
        return database.sql("""
                        insert into identity.left_behind (account_id, kind, object_id, title, institution_id, at)
                        select id, 'institution', ?, ?, ?, now() from identity.account where account = ? returning id
                        """)
                .param(object)
                .param(title)
                .param(office)
                .param("gone-" + tag)
                .query(UUID.class)
                .single();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult assign(UUID item, String successor) {
        return post(
                mixed(Role.SECURITY_ADMINISTRATOR),
                "/api/identity/left-behind/" + item + "/successor",
                Map.of("successor", successor));
    }

    @Test
    void handsOverWhereTheyGrantAndToWhomTheyGrant() {
        account("gone-" + tag, Role.OFFICER, here);
        account("near-" + tag, Role.OFFICER, here);
        account("far-" + tag, Role.OFFICER, there);
        var mine = left(here, "mine-" + tag);
        var theirs = left(there, "theirs-" + tag);

        assertThat(items(get(mixed(Role.SECURITY_ADMINISTRATOR), "/api/identity/left-behind?limit=500")).stream()
                        .map(one -> (String) one.get("title"))
                        .filter(title -> title.endsWith(tag)))
                .containsExactly("mine-" + tag);
        var first = json(get(mixed(Role.SECURITY_ADMINISTRATOR), "/api/identity/left-behind?limit=1"));
        assertThat(first.get("total")).as("theirs is not counted").isEqualTo(1);
        assertThat(first.get("next")).isNull();
        assertThat(problem(assign(theirs, "near-" + tag))).isEqualTo("outside-scope");
        assertThat(problem(assign(mine, "far-" + tag))).isEqualTo("account-not-found");
        assertThat(problem(assign(mine, "nobody-" + tag))).isEqualTo("account-not-found");
        assertThat(assign(mine, "near-" + tag)).hasStatus(204);
    }

    @Test
    void turnsPagesOfWhatWasLeftWithWhatIsOpenFirst() {
        account("gone-" + tag, Role.OFFICER, here);
        account("near-" + tag, Role.OFFICER, here);
        var given = left(here, "given-" + tag);
        left(here, UUID.randomUUID(), "open-1-" + tag);
        left(here, UUID.randomUUID(), "open-2-" + tag);
        assertThat(assign(given, "near-" + tag)).hasStatus(204);

        var titles = new java.util.ArrayList<Object>();
        Object next = "";
        while (next != null) {
            var page = json(get(
                    mixed(Role.SECURITY_ADMINISTRATOR),
                    "/api/identity/left-behind?limit=1" + (next.equals("") ? "" : "&after=" + next)));
            ((List<?>) page.get("items")).forEach(one -> titles.add(((Map<?, ?>) one).get("title")));
            assertThat(page.get("total")).isEqualTo(3);
            next = page.get("next");
        }
        assertThat(titles).containsExactly("open-2-" + tag, "open-1-" + tag, "given-" + tag);
    }

    @Test
    void findingsAreForWhoeverReachesThemWhereverTheyWork() {
        account("far-" + tag, Role.OFFICER, there);
        database.sql("update identity.grant set institution_id = ? where account_id = ?")
                .param(here)
                .param(id("far-" + tag))
                .update();

        assertThat(directory.workingOnFindings(Set.of(here)))
                .extracting(AccountDirectory.Named::account)
                .contains("far-" + tag);
        assertThat(directory.workingOnFindings(Set.of(there)))
                .extracting(AccountDirectory.Named::account)
                .doesNotContain("far-" + tag);
        assertThat(directory.workingOnFindings(null))
                .extracting(AccountDirectory.Named::account)
                .contains("far-" + tag);
    }

    @Test
    void whoOnlyExplainsAndPutsRightIsToldFromWhoVerifies() {
        account("officer-" + tag, Role.OFFICER, here);
        account("inspector-" + tag, Role.INSPECTOR, here);

        assertThat(directory.workingOnFindings(Set.of(here)))
                .filteredOn(one -> one.account().endsWith(tag))
                .filteredOn(AccountDirectory.Named::verifies)
                .extracting(AccountDirectory.Named::account)
                .contains("inspector-" + tag)
                .doesNotContain("officer-" + tag);
    }
}
