package org.yiti.identity.provider;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A provider that answers every code with the ID token it was told to, as one that was taken over would. */
public final class LyingProvider {

    private final HttpServer server;
    private final RSAKey key;
    private String token = "";

    private LyingProvider(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    public static LyingProvider start() {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            var key = new RSAKeyGenerator(2048).keyID("liar").generate();
            var liar = new LyingProvider(server, key);
            server.createContext("/", liar::answer);
            server.start();
            return liar;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it would rightly say of somebody. */
    public JWTClaimsSet.Builder truth(String subject, String nonce) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("yiti")
                .subject(subject)
                .claim("nonce", nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    public void say(JWTClaimsSet claims) {
        token = signed(claims, key);
    }

    public void sayUnsigned(JWTClaimsSet claims) {
        token = new PlainJWT(claims).serialize();
    }

    /** With a key that is not among those it has published. */
    public void sayForged(JWTClaimsSet claims) {
        try {
            token = signed(claims, new RSAKeyGenerator(2048).keyID("liar").generate());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** Signed with the secret of the client by HMAC, which whoever knows the secret can do. */
    public void sayWithSecret(JWTClaimsSet claims, String secret) {
        try {
            var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            jwt.sign(new MACSigner(secret.repeat(3).getBytes(StandardCharsets.UTF_8)));
            token = jwt.serialize();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" -> """
                            {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                             "response_types_supported": ["code"], "subject_types_supported": ["public"],
                             "id_token_signing_alg_values_supported": ["RS256", "none", "HS256"]}
                            """.formatted(issuer());
            case "/keys" -> new JWKSet(key.toPublicJWK()).toString();
            default ->
                "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \"" + token
                        + "\"}";
        };
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
