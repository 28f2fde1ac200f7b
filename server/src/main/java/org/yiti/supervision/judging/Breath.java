package org.yiti.supervision.judging;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What changes all the time must not be judged all the time: after judging that took long, nearly as long is left to those
 * who report and to those who look. Judging that is quick is never kept waiting.
 */
@Component
class Breath {

    static final Duration QUICK = Duration.ofSeconds(1);
    static final Duration MOST = Duration.ofSeconds(30);

    private volatile Instant until = Instant.MIN;

    /** When judging may go on; nothing when it may at once. */
    Optional<Instant> until(Instant now) {
        return Optional.of(until).filter(now::isBefore);
    }

    void after(Instant begun, Instant ended) {
        var beyond = Duration.between(begun, ended).minus(QUICK);
        if (beyond.compareTo(Duration.ZERO) > 0) {
            until = ended.plus(beyond.compareTo(MOST) < 0 ? beyond : MOST);
        }
    }
}
