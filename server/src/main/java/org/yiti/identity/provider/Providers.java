package org.yiti.identity.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.yiti.identity.IdentityRefusal;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;

/** The providers this house knows. What one says of itself is asked when it is needed first: a house starts without them. */
@Component
@EnableConfigurationProperties(ProviderSettings.class)
public class Providers {

    private static final Logger log = LoggerFactory.getLogger(Providers.class);

    /** For a page that offers them. */
    public record Offered(String id, Label name) {}

    private final Map<String, ProviderSettings.One> settings;
    private final Map<String, ClientRegistration> registrations = new ConcurrentHashMap<>();

    Providers(ProviderSettings settings) {
        this.settings = settings.oidc();
    }

    public List<Offered> list() {
        return settings.entrySet().stream()
                .map(one -> new Offered(one.getKey(), name(one.getValue())))
                .toList();
    }

    private static Label name(ProviderSettings.One one) {
        return new Label(one.zh(), one.en() == null ? one.zh() : one.en());
    }

    ProviderSettings.One get(String id) {
        return Optional.ofNullable(settings.get(id)).orElseThrow(() -> new Refused(IdentityRefusal.PROVIDER_NOT_FOUND));
    }

    ClientRegistration registration(String id) {
        var one = get(id);
        try {
            return registrations.computeIfAbsent(id, key -> ask(key, one));
        } catch (RuntimeException failure) {
            log.error("The identity provider {} cannot be used", id, failure);
            throw new Refused(IdentityRefusal.PROVIDER_NOT_READY);
        }
    }

    static String authorization(ClientRegistration provider) {
        return String.valueOf(provider.getProviderDetails().getAuthorizationUri());
    }

    /** Refuses one whose metadata name another issuer than was asked (RFC 8414 3.3). */
    private static ClientRegistration ask(String id, ProviderSettings.One one) {
        return ClientRegistrations.fromIssuerLocation(one.issuer())
                .registrationId(id)
                .clientId(one.clientId())
                .clientSecret(secret(Path.of(one.secretFile())))
                .scope("openid")
                .build();
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new IllegalStateException("The secret in " + file + " cannot be read", unreadable);
        }
    }
}
