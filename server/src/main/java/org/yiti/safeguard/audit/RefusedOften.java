package org.yiti.safeguard.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The log keeps what it has for good, so nobody may fill it by being refused: of one account so many are told a minute, and
 * the rest as one number when its minute is over. Each server counts for itself.
 */
@Component
class RefusedOften {

    record Untold(String account, int times) {}

    private record Minute(Instant since, int times) {}

    static final int A_MINUTE = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Minute> minutes = new HashMap<>();

    RefusedOften(Clock clock) {
        this.clock = clock;
    }

    /** Counts one; false where it is one too many to be told of. */
    synchronized boolean isTold(String account) {
        var now = clock.instant();
        var times = minutes.merge(
                        account, new Minute(now, 1), (before, one) -> new Minute(before.since(), before.times() + 1))
                .times();
        return times <= A_MINUTE;
    }

    /** Those whose minute is over and who were refused more often than was told; each is given once. */
    synchronized List<Untold> ended() {
        return before(clock.instant().minus(MINUTE));
    }

    /** As {@link #ended}, whether their minute is over or not: there will be no other time. */
    synchronized List<Untold> all() {
        return before(clock.instant());
    }

    private List<Untold> before(Instant before) {
        var ended = new ArrayList<Untold>();
        minutes.entrySet().removeIf(one -> {
            var isOver = !one.getValue().since().isAfter(before);
            if (isOver && one.getValue().times() > A_MINUTE) {
                ended.add(new Untold(one.getKey(), one.getValue().times() - A_MINUTE));
            }
            return isOver;
        });
        return ended;
    }
}
