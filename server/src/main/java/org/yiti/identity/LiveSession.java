package org.yiti.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.yiti.kernel.Refused;

/**
 * The session that a request belongs to.
 *
 * @param accountId row of the account
 * @param lacksFactor has no second factor although the house asks for one
 * @param passwordExpired must choose another password
 * @param confirmedAt when its owner last proved who they are
 */
public record LiveSession(UUID id, long accountId, boolean lacksFactor, boolean passwordExpired, Instant confirmedAt) {

    /** Whether anything but mending what it lacks is open to it. */
    public boolean enrolled() {
        return !lacksFactor && !passwordExpired;
    }

    /** That of the request under way; empty where nobody signed in for it, or a machine asks. */
    public static Optional<LiveSession> find() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getCredentials)
                .filter(LiveSession.class::isInstance)
                .map(LiveSession.class::cast);
    }

    /** That of the request under way; refuses work that nobody signed in for. */
    public static LiveSession current() {
        return find().orElseThrow(() -> new Refused(IdentityRefusal.NOT_SIGNED_IN));
    }
}
