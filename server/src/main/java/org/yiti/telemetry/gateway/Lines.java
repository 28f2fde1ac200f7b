package org.yiti.telemetry.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The connections that speak for terminals, one each. */
final class Lines {

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

    Set<Line> all() {
        return Set.copyOf(ofTerminal.values());
    }
}
