package org.yiti.identity.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiti.identity.IdentityRefusal;
import org.yiti.kernel.Refused;

/**
 * Names to sign in with are the whole house's, so a name that cannot be had is one that somebody has, perhaps where whoever
 * asks sees nobody. Nobody goes through a list of names that way: after some in an hour they wait, whatever the name. Each
 * server counts for itself, and each of them is an entry of the log.
 */
@Component
class TakenNames {

    private static final int AN_HOUR = 5;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, ArrayDeque<Instant>> tried = new HashMap<>();

    TakenNames(Clock clock) {
        this.clock = clock;
    }

    synchronized void refuseIfTooMany(String keeper) {
        var before = clock.instant().minus(HOUR);
        tried.values().forEach(times -> times.removeIf(time -> time.isBefore(before)));
        tried.values().removeIf(ArrayDeque::isEmpty);
        if (tried.containsKey(keeper) && tried.get(keeper).size() >= AN_HOUR) {
            throw new Refused(IdentityRefusal.TOO_MANY_FAILURES, Map.of("minutes", HOUR.toMinutes()));
        }
    }

    synchronized void add(String keeper) {
        tried.computeIfAbsent(keeper, who -> new ArrayDeque<>()).add(clock.instant());
    }
}
