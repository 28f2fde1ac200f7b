package org.yiti.identity.provider;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Gives a code for an ID token and believes it only as OpenID Connect Core 3.1.3.7 says: signed by the provider with the
 * algorithm agreed on, from the issuer asked, for this house, not over, and for the very attempt it was asked for.
 */
@Component
class Exchange {

    private static final Logger log = LoggerFactory.getLogger(Exchange.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RestClientAuthorizationCodeTokenResponseClient tokens =
            new RestClientAuthorizationCodeTokenResponseClient();
    private final OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();

    Exchange(Providers providers) {
        decoders.setJwsAlgorithmResolver(registration -> SignatureAlgorithm.from(
                providers.get(registration.getRegistrationId()).algorithm()));
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
    }

    /** Empty where anything at all is not as it must be. */
    Optional<Jwt> idToken(ClientRegistration provider, Attempts.Attempt attempt, String code, String redirect) {
        try {
            var request = OAuth2AuthorizationRequest.authorizationCode()
                    .authorizationUri(Providers.authorization(provider))
                    .clientId(provider.getClientId())
                    .redirectUri(redirect)
                    .attributes(Map.of(PkceParameterNames.CODE_VERIFIER, attempt.verifier()))
                    .build();
            var response = OAuth2AuthorizationResponse.success(code)
                    .redirectUri(redirect)
                    .build();
            var answer = tokens.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(
                    provider, new OAuth2AuthorizationExchange(request, response)));
            return answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN) instanceof String token
                    ? Optional.of(decoders.createDecoder(provider).decode(token))
                            .filter(jwt -> jwt.getSubject() != null)
                            .filter(jwt -> isSame(attempt.nonce(), jwt.getClaimAsString("nonce")))
                    : Optional.empty();
        } catch (OAuth2AuthorizationException | JwtException | RestClientException refused) {
            // Its users are told nothing of why; whoever sets it up has to know.
            log.info(
                    "What {} answered is not believed: {}",
                    provider.getRegistrationId(),
                    String.valueOf(refused.getMessage()).replaceAll("\\p{Cntrl}", " "));
            return Optional.empty();
        }
    }

    private static boolean isSame(String expected, @Nullable String found) {
        return found != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), found.getBytes(StandardCharsets.UTF_8));
    }
}
