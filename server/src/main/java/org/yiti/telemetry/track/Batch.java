package org.yiti.telemetry.track;

import java.util.List;

/** What one message brought: stored together or not at all. */
public record Batch(List<Position> positions, List<Saying> sayings, List<Receipt> receipts) {

    public static Batch of(List<Position> positions) {
        return new Batch(positions, List.of(), List.of());
    }

    public static Batch of(Saying saying) {
        return new Batch(List.of(), List.of(saying), List.of());
    }

    public static Batch of(Receipt receipt) {
        return new Batch(List.of(), List.of(), List.of(receipt));
    }

    public Batch and(List<Receipt> more) {
        return new Batch(positions, sayings, more);
    }

    /** About how many bytes of memory it takes to write it. */
    int weight() {
        var weight = positions.size() * 200;
        for (var saying : sayings) {
            weight += 100 + 2 * saying.body().length;
        }
        return weight + receipts.size() * 500;
    }
}
