package org.yiti.identity;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yiti.identity.session.Sessions;

/**
 * Somebody listens for long how some work goes on: as themselves, and no longer than they are signed in and see what they
 * saw when they began. Whoever may see less by then asks anew.
 */
@Component
public class Listening {

    private final Scope scope;
    private final Sessions sessions;
    private final AccountDirectory accounts;

    Listening(Scope scope, Sessions sessions, AccountDirectory accounts) {
        this.scope = scope;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /** @param look asked again and again on another thread, as whoever listens; empty from when they must not any more */
    public <T> Supplier<Optional<T>> of(Supplier<Optional<T>> look) {
        var listener = scope.account();
        var session = LiveSession.find();
        return () -> isStillThere(listener, session) ? Acting.as(listener, null, null, look) : Optional.empty();
    }

    private boolean isStillThere(Account listener, Optional<LiveSession> session) {
        var seen = listener.rights();
        return session.map(one -> sessions.isAlive(one.id())).orElse(true)
                && accounts.find(listener.account(), seen.purpose(), seen.onBehalfOf())
                        .map(now -> now.rights().reach(Permission.READ))
                        .filter(seen.reach(Permission.READ)::equals)
                        .isPresent();
    }
}
