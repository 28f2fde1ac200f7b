package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import tools.jackson.databind.json.JsonMapper;

/** In a house of its own, since it must be one in which nobody lives. */
@TestPropertySource(properties = "yiti.of=InvitationJourneyTest")
class InvitationJourneyTest extends Journey {

    private static final String PASSWORD = "Yi ju hao ji de hua 8 zi";

    @Autowired
    private FirstAccount first;

    @BeforeEach
    void emptyTheHouse() {
        database.sql("delete from identity.invitation").update();
        database.sql("delete from identity.provider_link").update();
        database.sql("delete from identity.session").update();
        database.sql("delete from identity.account").update();
    }

    private MvcTestResult send(String path, Map<String, ?> body) {
        return http.post()
                .uri(path)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(body))
                .exchange();
    }

    private MvcTestResult accept(String token, String password) {
        return send("/api/identity/invitations/accept", Map.of("token", token, "password", password));
    }

    private MvcTestResult signIn(String password) {
        return send("/api/identity/session", Map.of("account", FirstAccount.ACCOUNT, "password", password));
    }

    @Test
    void letsTheFirstAdministratorChooseAPasswordOnce() {
        var token = first.invite().orElseThrow();

        assertThat(accept(token, PASSWORD)).hasStatusOk();

        assertThat(signIn(PASSWORD)).hasStatusOk();
        assertThat(accept(token, "Another-9 password that is long")).hasStatus(422);
        assertThat(signIn(PASSWORD)).hasStatusOk();
        assertThat(first.invite()).isEmpty();
    }

    @Test
    void isNoEmptyHouseWhereTheAdministratorOnlyComesByAProvider() {
        first.invite();
        assertThat(first.invite()).isPresent();
        database.sql("""
                        insert into identity.provider_link (account_id, provider, issuer, subject, linked_at)
                        select id, 'province', 'https://province.example', 'first', now() from identity.account
                        """).update();

        assertThat(first.invite()).isEmpty();
    }

    @Test
    void invitesTheFirstAnewWhomTheHouseHadLetGo() {
        accept(first.invite().orElseThrow(), PASSWORD);
        database.sql(
                        "update identity.account set enabled = false, password_hash = null, left_at = now(), left_by = 'x'")
                .update();
        database.sql("update identity.grant set revoked_at = now(), revoked_by = 'x'")
                .update();

        assertThat(accept(first.invite().orElseThrow(), PASSWORD)).hasStatusOk();

        assertThat(signIn(PASSWORD)).hasStatusOk();
        assertThat(database.sql("select left_at is null from identity.account")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(first.invite()).isEmpty();
    }

    @Test
    void letsNobodySignInBeforeAPasswordIsChosen() {
        first.invite();

        assertThat(signIn("null")).hasStatus(422);
        assertThat(signIn("yiti-demo")).hasStatus(422);
    }

    @Test
    void voidsTheLinkOfAnEarlierStart() {
        var old = first.invite().orElseThrow();
        var fresh = first.invite().orElseThrow();

        assertThat(accept(old, PASSWORD)).hasStatus(422);
        assertThat(accept(fresh, PASSWORD)).hasStatusOk();
    }

    @Test
    void refusesALinkThatIsADayOld() {
        var token = first.invite().orElseThrow();
        database.sql("update identity.invitation set expires_at = expires_at - interval '24 hours'")
                .update();

        assertThat(accept(token, PASSWORD)).hasStatus(422);
        assertThat(signIn(PASSWORD)).hasStatus(422);
    }

    @Test
    void keepsTheLinkWhenThePasswordIsTooShort() {
        var token = first.invite().orElseThrow();

        assertThat(accept(token, "short")).hasStatus(422);
        assertThat(accept(token, PASSWORD)).hasStatusOk();
    }

    @Test
    void keepsNoTokenInTheDatabase() {
        var token = first.invite().orElseThrow();

        assertThat(database.sql("select encode(token_hash, 'escape') from identity.invitation")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
    }
}
