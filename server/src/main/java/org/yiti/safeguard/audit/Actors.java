package org.yiti.safeguard.audit;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.yiti.identity.Account;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;

/** How the log names who acts, so that no account can be called like the house. */
@Component
class Actors {

    static final String HOUSE = "house";
    /** Somebody who has not signed in. */
    static final String NOBODY = "nobody";
    /** A change that was made past the server. */
    static final String DATABASE = "database";

    private final Scope scope;

    Actors(Scope scope) {
        this.scope = scope;
    }

    static String name(String account) {
        return account.equals(Account.HOUSE.account()) ? HOUSE : "account/" + account;
    }

    Optional<Account> account() {
        try {
            return Optional.of(scope.account());
        } catch (Refused notSignedIn) {
            return Optional.empty();
        }
    }

    String now() {
        return account()
                .map(account -> name(account.account()))
                .orElse(request().isPresent() ? NOBODY : HOUSE);
    }

    static Optional<ServletRequestAttributes> request() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .map(ServletRequestAttributes.class::cast);
    }
}
