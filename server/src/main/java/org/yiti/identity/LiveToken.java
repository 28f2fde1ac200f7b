package org.yiti.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The API token that a request came with: a machine, and no session. */
public record LiveToken(UUID id) {

    public static boolean isUsed() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getCredentials)
                .filter(LiveToken.class::isInstance)
                .isPresent();
    }
}
