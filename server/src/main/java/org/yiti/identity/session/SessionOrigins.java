package org.yiti.identity.session;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.secret.Token;

/** Whose word sessions began with. */
@Component
public class SessionOrigins {

    /** @param hint the ID token with which the session began */
    public record Origin(String provider, String hint) {}

    private final JdbcClient database;

    SessionOrigins(JdbcClient database) {
        this.database = database;
    }

    /**
     * Says it of one just begun.
     *
     * @param strong its word is taken for two factors
     */
    public void keep(String token, String provider, boolean strong, @Nullable String hint) {
        database.sql(
                        "update identity.session set provider = :provider, strong = :strong, provider_hint = :hint where token_hash = :hash")
                .param("provider", provider)
                .param("strong", strong)
                .param("hint", hint)
                .param("hash", Token.hash(token))
                .update();
    }

    /** Whom to sign out with as well; empty where there is nobody. */
    public Optional<Origin> find(UUID session) {
        return database.sql(
                        "select provider, provider_hint as hint from identity.session where id = :id and provider_hint is not null")
                .param("id", session)
                .query(Origin.class)
                .optional();
    }
}
