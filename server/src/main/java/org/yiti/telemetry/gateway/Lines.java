package org.yiti.telemetry.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections that speak for terminals, one each. */
final class Lines {

    private static final Logger log = LoggerFactory.getLogger(Lines.class);

    private final Map<UUID, Line> ofTerminal = new ConcurrentHashMap<>();

    /** @return the one that spoke for it until now */
    Optional<Line> takeOver(UUID terminal, Line line) {
        return Optional.ofNullable(ofTerminal.put(terminal, line)).filter(before -> before != line);
    }

    void remove(UUID terminal, Line line) {
        ofTerminal.remove(terminal, line);
    }

    Optional<Line> of(UUID terminal) {
        return Optional.ofNullable(ofTerminal.get(terminal));
    }

    /**
     * Everybody is sent away, and is when this returns: a loop that is shut down closes its lines before it does what was
     * handed to it, and acknowledgements would be lost.
     */
    void part(Parting why) throws InterruptedException {
        var there = all();
        var gone = new CountDownLatch(there.size());
        for (var line : there) {
            Runnable sendAway = () -> {
                line.close(why);
                gone.countDown();
            };
            if (!line.inLoop(sendAway)) {
                gone.countDown();
            }
        }
        if (!gone.await(5, TimeUnit.SECONDS)) {
            log.warn(
                    "{} of {} terminals were not sent away in time: what they were not told of they send again",
                    gone.getCount(),
                    there.size());
        }
    }

    Set<Line> all() {
        return Set.copyOf(ofTerminal.values());
    }
}
