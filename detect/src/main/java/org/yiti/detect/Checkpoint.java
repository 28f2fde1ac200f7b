package org.yiti.detect;

/** The state of a detector after all reports before a time, and none since. Kept by whoever may have to recompute. */
public record Checkpoint(long before, byte[] state) {

    public void write(ByteSink to) {
        to.integer(before).block(state);
    }

    public static Checkpoint read(ByteSource from) {
        return new Checkpoint(from.integer(), from.block());
    }
}
