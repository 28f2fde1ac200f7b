package org.yiti.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/** The API token that a request came with: a machine, and no session. */
public record LiveToken(UUID id, long accountId, String name) {

    public static Optional<LiveToken> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getCredentials() instanceof LiveToken token
                ? Optional.of(token)
                : Optional.empty();
    }
}
