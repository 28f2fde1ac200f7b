package org.yiti.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.secret.Token;
import org.yiti.kernel.Refused;

/**
 * Sends somebody to a provider and hears who came back: authorisation code with PKCE, state and nonce (OAuth 2.0 Security
 * Best Current Practice, RFC 9700). Talks to the provider and therefore begins no transaction.
 */
@Component
public class ProviderDoor {

    /** What somebody comes back for. */
    public enum Purpose {
        SIGN_IN,
        LINK,
        INVITATION
    }

    /** Where the browser goes to. */
    public record Departure(String address) {}

    /**
     * What a browser brings back.
     *
     * @param iss the issuer that sent it, where it says so (RFC 9207)
     */
    public record Return(
            @NotBlank @Size(max = 200) String state,
            @NotBlank @Size(max = 4_000) String code,
            @Nullable @Size(max = 1_000) String iss) {}

    /**
     * Somebody whom a provider knows.
     *
     * @param strong the provider has asked them for two factors, and its word is taken for it
     * @param hint the ID token where signing out here is to sign out there
     */
    public record Arrival(
            String provider,
            String issuer,
            String subject,
            boolean strong,
            @Nullable String hint,
            @Nullable Long accountId,
            byte @Nullable [] invitationHash) {}

    private final Providers providers;
    private final Attempts attempts;
    private final Exchange exchange;
    private final Whereabouts whereabouts;

    ProviderDoor(Providers providers, Attempts attempts, Exchange exchange, Whereabouts whereabouts) {
        this.providers = providers;
        this.attempts = attempts;
        this.exchange = exchange;
        this.whereabouts = whereabouts;
    }

    public Departure leaveToSignIn(String provider, HttpServletRequest request, HttpServletResponse response) {
        return leave(provider, Purpose.SIGN_IN, null, null, request, response);
    }

    public Departure leaveToLink(
            String provider, long account, HttpServletRequest request, HttpServletResponse response) {
        return leave(provider, Purpose.LINK, account, null, request, response);
    }

    public Departure leaveInvited(
            String provider, String invitation, HttpServletRequest request, HttpServletResponse response) {
        return leave(provider, Purpose.INVITATION, null, Token.hash(invitation), request, response);
    }

    private Departure leave(
            String id,
            Purpose purpose,
            @Nullable Long account,
            byte @Nullable [] invitation,
            HttpServletRequest request,
            HttpServletResponse response) {
        var provider = providers.registration(id);
        var state = Token.draw();
        var attempt = new Attempts.Attempt(id, purpose, account, invitation, Token.draw(), Token.draw());
        attempts.keep(state, whereabouts.browser(request, response), attempt);
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(Token.hash(attempt.verifier()));
        return new Departure(UriComponentsBuilder.fromUriString(Providers.authorization(provider))
                .queryParam("response_type", "code")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("scope", "openid")
                .queryParam("state", state)
                .queryParam("nonce", attempt.nonce())
                .queryParam("code_challenge", challenge)
                .queryParam("code_challenge_method", "S256")
                .encode()
                .buildAndExpand(provider.getClientId(), whereabouts.redirect(request))
                .toUriString());
    }

    /** Refuses with the same words whatever is wrong. */
    public Arrival arrive(Purpose purpose, Return brought, HttpServletRequest request) {
        var attempt = whereabouts
                .browser(request)
                .flatMap(browser -> attempts.take(brought.state(), browser, purpose))
                .orElseThrow(() -> new Refused(IdentityRefusal.PROVIDER_SIGN_IN_NOT_ACCEPTED));
        var settings = providers.get(attempt.provider());
        return Optional.of(brought)
                .filter(one -> one.iss() == null || one.iss().equals(settings.issuer()))
                .flatMap(one -> exchange.idToken(
                        providers.registration(attempt.provider()), attempt, one.code(), whereabouts.redirect(request)))
                .map(token -> new Arrival(
                        attempt.provider(),
                        settings.issuer(),
                        String.valueOf(token.getSubject()),
                        isStrong(token, settings.strong()),
                        settings.logout() ? token.getTokenValue() : null,
                        attempt.accountId(),
                        attempt.invitationHash()))
                .orElseThrow(() -> new Refused(IdentityRefusal.PROVIDER_SIGN_IN_NOT_ACCEPTED));
    }

    private static boolean isStrong(Jwt token, List<String> strong) {
        var amr = token.getClaims().get("amr");
        return Stream.concat(
                        Stream.ofNullable(token.getClaims().get("acr")),
                        amr instanceof Collection<?> several ? several.stream() : Stream.ofNullable(amr))
                .anyMatch(strong::contains);
    }

    /** Where a browser goes to be signed out there too; empty where that is not wanted or cannot be done. */
    public Optional<String> farewell(String id, String hint, HttpServletRequest request) {
        var provider = providers.registration(id);
        return Optional.ofNullable(
                        provider.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
                .map(String::valueOf)
                .map(address -> UriComponentsBuilder.fromUriString(address)
                        .queryParam("id_token_hint", "{hint}")
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(hint, provider.getClientId(), whereabouts.door(request))
                        .toUriString());
    }
}
