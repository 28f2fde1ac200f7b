package org.yiti.telemetry.track;

import java.util.List;

/** What one message brought: stored together or not at all. */
public record Batch(List<Position> positions, List<Saying> sayings) {

    public static Batch of(List<Position> positions) {
        return new Batch(positions, List.of());
    }

    public static Batch of(Saying saying) {
        return new Batch(List.of(), List.of(saying));
    }
}
