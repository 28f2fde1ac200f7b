package org.yiti.telemetry.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.yiti.detect.Timeline;
import org.yiti.detect.vehicle.Position;

/** Timelines in hand between two folds. None is needed: what is not here is read from the positions again. */
@Component
@EnableConfigurationProperties(FactSettings.class)
class Timelines {

    /**
     * @param folds how often the terminal was folded: when the database counts on, somebody else did
     * @param kept before when the newest checkpoint is that was kept
     */
    record Held(long folds, String detector, Timeline<Position, ?> timeline, long kept) {}

    private final Map<Integer, Held> inHand;

    Timelines(FactSettings settings) {
        this.inHand = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Held> eldest) {
                return size() > settings.inHand();
            }
        };
    }

    /** Whoever takes it changes it; it comes back when that is durable. */
    synchronized Optional<Held> take(int terminal) {
        return Optional.ofNullable(inHand.remove(terminal));
    }

    synchronized void give(int terminal, Held held) {
        inHand.put(terminal, held);
    }
}
