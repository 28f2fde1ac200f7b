package org.yiti.identity;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to an account at the doors of the house. Told before it takes effect: whoever listens and fails
 * keeps it from happening.
 *
 * @param details what was said; blanks say nothing
 * @param account the name; for a failed sign-in what was typed, whether there is such an account or not
 */
public record AccountEvent(
        What what, String account, @Nullable UUID institutionId, Map<String, String> details) {

    public AccountEvent(What what, String account, @Nullable UUID institutionId) {
        this(what, account, institutionId, Map.of());
    }

    public enum What {
        SIGNED_IN("session.signed-in"),
        SIGN_IN_FAILED("session.sign-in-failed"),
        /** Turned away unheard, after too many failures. */
        SIGN_IN_SUSPENDED("session.sign-in-suspended"),
        SIGNED_OUT("session.signed-out"),
        SESSIONS_ENDED("session.ended"),
        /** Somebody has proved anew who they are, before a grave act. */
        CONFIRMED("session.confirmed"),
        OPENED("account.opened"),
        CHANGED("account.changed"),
        CLOSED("account.closed"),
        PASSWORD_CHANGED("password.changed"),
        FACTOR_ADDED("factor.added"),
        FACTOR_RENAMED("factor.renamed"),
        FACTOR_REMOVED("factor.removed"),
        FACTOR_SUSPECTED("factor.suspected"),
        RECOVERY_CODES_DRAWN("factor.codes-drawn"),
        TOKEN_ISSUED("token.issued"),
        TOKEN_REVOKED("token.revoked"),
        PROVIDER_LINKED("provider.linked"),
        PROVIDER_UNLINKED("provider.unlinked"),
        LEFT("account.left"),
        HANDED_OVER("account.handed-over"),
        GRANTED("grant.given"),
        REVOKED("grant.revoked"),
        DELEGATED("grant.delegated"),
        PURPOSE_CHANGED("session.purpose-changed"),
        INVITED("invitation.issued"),
        INVITATION_ACCEPTED("invitation.accepted");

        private final String code;

        What(String code) {
            this.code = code;
        }

        /** Its name outside of the code. */
        public String code() {
            return code;
        }
    }
}
