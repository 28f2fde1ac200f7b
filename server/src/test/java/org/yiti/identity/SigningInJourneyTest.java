package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;

class SigningInJourneyTest extends Journey {

    @Autowired
    private DemonstrationAccounts accounts;

    private MvcTestResult signIn(String account, String password) {
        return http.post()
                .uri("/api/identity/session")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"account\":\"" + account + "\",\"password\":\"" + password + "\"}")
                .exchange();
    }

    @Test
    void letsSomebodyInWhoKnowsThePasswordAndKeepsThemIn() {
        accounts.open("tester", "测试", Role.INSPECTOR, null, true);

        var signedIn = signIn("tester", DemonstrationAccounts.PASSWORD);
        var session = (MockHttpSession) signedIn.getRequest().getSession(false);

        assertThat(signedIn).hasStatusOk();
        assertThat(json(http.get().uri("/api/identity/session").session(session).exchange()))
                .containsEntry("account", "tester")
                .containsEntry("role", "INSPECTOR")
                .containsEntry("demonstration", true);
    }

    @Test
    void saysTheSameForAWrongPasswordAndForNobody() {
        accounts.open("tester", "测试", Role.INSPECTOR, null, true);

        assertThat(json(signIn("tester", "wrong"))).isEqualTo(json(signIn("nobody", "wrong")));
        assertThat(signIn("nobody", "wrong")).hasStatus(422);
    }

    @Test
    void answersNobodyWhoHasNotSignedIn() {
        for (var path :
                List.of("/api/ledgers", "/api/premises/rooms", "/api/supervision/findings", "/api/search?q=a")) {
            assertThat(http.get().uri(path).exchange()).as(path).hasStatus(401);
        }
    }

    @Test
    void refusesAWriteThatDidNotComeFromOurOwnPages() {
        assertThat(http.post()
                        .uri("/api/premises/rooms")
                        .with(as(ADMINISTRATOR))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void keepsAnInspectorFromChangingLedgers() {
        var inspector = new Account("inspector", "督查", Role.INSPECTOR, null, true);

        assertThat(post(inspector, "/api/premises/rooms", Map.of())).hasStatus(403);
        assertThat(post(inspector, "/api/supervision/sweeps", Map.of())).hasStatus(403);
    }
}
