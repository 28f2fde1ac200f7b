package org.yiti.identity.provider;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The identity providers of this house, by the short names it calls them: {@code YITI_OIDC_<NAME>_…}. */
@ConfigurationProperties("yiti")
record ProviderSettings(@DefaultValue Map<String, One> oidc) {

    /**
     * @param issuer its address; below it lies {@code /.well-known/openid-configuration}
     * @param secretFile file that holds the client's secret: settings are printed and copied, files have owners
     * @param zh what people know it as, in Chinese
     * @param en the same in English; as {@code zh} where it is not given
     * @param algorithm by which it signs
     * @param strong values of {@code acr} or {@code amr} that stand for two factors; none: its word is taken for one
     * @param logout whether signing out here signs out there
     */
    record One(
            String issuer,
            String clientId,
            String secretFile,
            String zh,
            @Nullable String en,
            @DefaultValue("RS256") String algorithm,
            @DefaultValue List<String> strong,
            @DefaultValue("false") boolean logout) {

        private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

        One {
            var address = URI.create(issuer);
            if (!"https".equals(address.getScheme()) && !THIS_MACHINE.contains(String.valueOf(address.getHost()))) {
                throw new IllegalArgumentException("The identity provider " + issuer
                        + " must be reached by https: whoever stands between could name anybody");
            }
        }
    }
}
