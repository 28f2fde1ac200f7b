package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;
import org.yiti.Browser;
import org.yiti.identity.passkey.SoftAuthenticator;
import org.yiti.identity.provider.AuthorizationServer;
import org.yiti.identity.provider.LyingProvider;

/** Of somebody who is known elsewhere: at a real provider, and at one that says whatever it likes. */
abstract class ProviderJourney extends SignedInJourney {

    static final String SIGN_IN = "/api/identity/session/provider";
    static final String LINKS = "/api/identity/links";
    static final AuthorizationServer PROVINCE = AuthorizationServer.start();
    static final LyingProvider LIAR = LyingProvider.start();

    final String name = "o" + tag;
    final String elsewhere = "u1" + tag;
    final SoftAuthenticator key = new SoftAuthenticator();
    Browser owner;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry settings) throws IOException {
        var secret = Files.createTempFile("secret", "");
        Files.writeString(secret, AuthorizationServer.SECRET + "\n");
        for (var one :
                Map.of("province", PROVINCE.issuer(), "liar", LIAR.issuer()).entrySet()) {
            settings.add("yiti.oidc." + one.getKey() + ".issuer", one::getValue);
            settings.add("yiti.oidc." + one.getKey() + ".client-id", () -> "yiti");
            settings.add("yiti.oidc." + one.getKey() + ".secret-file", secret::toString);
            settings.add("yiti.oidc." + one.getKey() + ".zh", () -> "省统一身份认证");
            settings.add("yiti.oidc." + one.getKey() + ".strong", () -> "mfa");
            settings.add("yiti.oidc." + one.getKey() + ".logout", () -> "true");
        }
    }

    @BeforeEach
    void knowSomebody() {
        owner = somebody(name);
        var order = json(owner.post("/api/identity/passkeys/challenge", Map.of()));
        assertThat(owner.post("/api/identity/passkeys", Map.of("name", "钥匙", "attestation", key.make(order))))
                .hasStatus(201);
    }

    Browser somebody(String account) {
        account(account, Role.INSPECTOR);
        return signedIn(account);
    }

    static String leave(Browser browser, String from, String provider) {
        var left = browser.post(from + "/" + provider + "/departure", Map.of());
        assertThat(left).hasStatusOk();
        return (String) json(left).get("address");
    }

    /** What the browser of somebody brings back who signs in at the real provider. */
    static Map<String, String> there(String address, String who) {
        var back = PROVINCE.signIn(address, who);
        assertThat(back.toString()).contains("code=");
        return fields(back);
    }

    static Map<String, String> fields(URI address) {
        var fields = new HashMap<>(
                UriComponentsBuilder.fromUri(address).build().getQueryParams().toSingleValueMap());
        fields.keySet().retainAll(List.of("code", "state", "iss"));
        fields.replaceAll((name, value) -> URLDecoder.decode(value, StandardCharsets.UTF_8));
        return fields;
    }

    static String field(String address, String name) {
        return UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .getFirst(name);
    }

    void link(Browser browser, String who) {
        assertThat(browser.post(LINKS, there(leave(browser, LINKS, "province"), who)))
                .hasStatus(204);
    }

    MvcTestResult signIn(Browser browser, String who) {
        return browser.post(SIGN_IN, there(leave(browser, SIGN_IN, "province"), who));
    }
}
