package org.yiti.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ProviderSettingsTest {

    @Test
    void areReadFromTheEnvironmentAsTheManualSays() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment",
                        Map.of(
                                "YITI_OIDC_PROVINCE_ISSUER", "https://id.example",
                                "YITI_OIDC_PROVINCE_CLIENTID", "yiti",
                                "YITI_OIDC_PROVINCE_SECRETFILE", "/etc/yiti/secret",
                                "YITI_OIDC_PROVINCE_ZH", "省统一身份认证",
                                "YITI_OIDC_PROVINCE_STRONG", "mfa,urn:example:loa:3")));
        ConfigurationPropertySources.attach(environment);

        var settings =
                Binder.get(environment).bind("yiti", ProviderSettings.class).get();

        assertThat(settings.oidc()).containsOnlyKeys("province");
        var one = settings.oidc().get("province");
        assertThat(one.clientId()).isEqualTo("yiti");
        assertThat(one.secretFile()).isEqualTo("/etc/yiti/secret");
        assertThat(one.strong()).containsExactly("mfa", "urn:example:loa:3");
        assertThat(one.algorithm()).isEqualTo("RS256");
        assertThat(one.logout()).isFalse();
    }

    private static ProviderSettings.One of(String issuer) {
        return new ProviderSettings.One(issuer, "yiti", "secret", "省", null, "RS256", List.of(), false);
    }

    @Test
    void aProviderIsReachedByHttpsOrIsOnThisVeryMachine() {
        assertThat(of("https://id.example").issuer()).isEqualTo("https://id.example");
        assertThat(of("http://127.0.0.1:9000").issuer()).isEqualTo("http://127.0.0.1:9000");
        for (var plain : List.of("http://id.example", "http://localhost.example", "ftp://id.example")) {
            assertThatThrownBy(() -> of(plain)).as(plain).hasMessageContaining("https");
        }
    }
}
