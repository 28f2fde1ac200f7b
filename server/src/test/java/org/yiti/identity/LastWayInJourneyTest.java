package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.yiti.Browser;
import org.yiti.identity.passkey.SoftAuthenticator;

/** Nobody locks out themselves or others: the last way in stays, and what is everybody's is nobody's to close. */
class LastWayInJourneyTest extends SignedInJourney {

    private static final String LINKS = "/api/identity/links";
    private static final String PASSKEYS = "/api/identity/passkeys";
    private static final String FACTORS = "/api/identity/authenticators";

    private long id;
    private Browser owner;
    private final SoftAuthenticator key = new SoftAuthenticator();

    @BeforeEach
    void somebody() {
        id = account("l" + tag, Role.INSPECTOR);
        owner = signedIn("l" + tag);
    }

    private Object first(String path) {
        return list(owner.get(path)).get(0).get("id");
    }

    @Test
    void theLastLinkWithAProviderStaysWhereThereIsNoPassword() {
        key.verifies = false;
        key.discoverable = false;
        passkey(owner, key);
        link(id);
        forgetPassword(id);

        assertThat(problem(owner.delete(LINKS + "/" + first(LINKS)))).isEqualTo("last-way-in");
        assertThat(list(owner.get(LINKS))).hasSize(1);
    }

    @Test
    void aPasskeyThatSignsInAloneIsAWayIn() {
        passkey(owner, key);
        enrol(owner);
        link(id);
        forgetPassword(id);

        assertThat(owner.delete(LINKS + "/" + first(LINKS))).hasStatus(204);
        assertThat(problem(owner.delete(PASSKEYS + "/" + first(PASSKEYS)))).isEqualTo("last-way-in");
    }

    @Test
    void whoeverHasAPasswordUnlinksEveryProvider() {
        passkey(owner, key);
        link(id);

        assertThat(owner.delete(LINKS + "/" + first(LINKS))).hasStatus(204);
    }

    @Test
    void aVisitorOfTheDemonstrationAddsNoFactorThatWouldKeepOthersOut() {
        database.sql("update identity.account set demonstration = true where id = ?")
                .param(id)
                .update();

        assertThat(problem(owner.post(FACTORS, Map.of("name", "手机")))).isEqualTo("demonstration-account");
        assertThat(problem(owner.post(PASSKEYS + "/challenge", Map.of()))).isEqualTo("demonstration-account");
        assertThat(problem(owner.post(FACTORS + "/recovery-codes", Map.of()))).isEqualTo("demonstration-account");
    }

    @Test
    void aGraveActOfOnesOwnIsNotForWhoeverLacksTheSecondFactor() {
        var nothing = "00000000-0000-4000-8000-00000000dead";
        for (var path : new String[] {LINKS + "/", PASSKEYS + "/", FACTORS + "/"}) {
            assertThat(problem(owner.delete(path + nothing))).as(path).isEqualTo("enrolment-needed");
        }
        assertThat(problem(owner.post(FACTORS + "/recovery-codes", Map.of()))).isEqualTo("enrolment-needed");
        assertThat(problem(owner.post(LINKS + "/province/departure", Map.of()))).isEqualTo("enrolment-needed");
        assertThat(problem(owner.send(
                        HttpMethod.POST,
                        "/api/identity/own-rights/delegations",
                        Map.of(
                                "account",
                                "x",
                                "grants",
                                java.util.List.of(nothing),
                                "endsAt",
                                "2027-01-01T00:00:00Z",
                                "reason",
                                "x"))))
                .isEqualTo("enrolment-needed");
    }
}
