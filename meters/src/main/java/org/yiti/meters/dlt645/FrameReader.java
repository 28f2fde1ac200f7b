package org.yiti.meters.dlt645;

import java.util.Optional;
import java.util.function.Consumer;
import org.yiti.meters.MeterRefused;

/**
 * Finds frames in a stream of bytes, whatever lies between them. Keeps never more than the longest frame: what cannot be
 * the beginning of one is dropped and counted. For one line at a time, not for several threads.
 */
public final class FrameReader {

    private static final int KEPT_PREAMBLE = 32;
    private static final int LONGEST = KEPT_PREAMBLE + Frame.HEAD + Frame.MOST_DATA + Frame.TAIL;

    private final byte[] window = new byte[LONGEST];
    private int length;
    private long dropped;

    /** Takes what has come and hands on every frame that is complete. */
    public void feed(byte[] chunk, Consumer<Frame> frames) {
        for (var octet : chunk) {
            window[length++] = octet;
            drain(frames);
        }
    }

    /**
     * The line has gone quiet: what was begun comes no more. Frames inside of it, hidden behind a false start, are still
     * handed on.
     */
    public void quiet(Consumer<Frame> frames) {
        while (length > 0) {
            drop(1);
            drain(frames);
        }
    }

    /** Bytes that belonged to no frame, so far. */
    public long dropped() {
        return dropped;
    }

    int kept() {
        return length;
    }

    private void drain(Consumer<Frame> frames) {
        var found = next();
        while (found.isPresent()) {
            frames.accept(found.get());
            found = next();
        }
    }

    private Optional<Frame> next() {
        while (length > 0) {
            var preamble = preamble();
            if (preamble > KEPT_PREAMBLE) {
                drop(1);
                continue;
            }
            try {
                var frame = Frame.lengthAt(window, preamble, length);
                if (frame < 0 || preamble + frame > length) {
                    return Optional.empty();
                }
                var decoded = Frame.decodeAt(window, preamble, frame, preamble);
                shift(preamble + frame);
                return Optional.of(decoded);
            } catch (MeterRefused noFrameHere) {
                drop(1);
            }
        }
        return Optional.empty();
    }

    private int preamble() {
        var count = 0;
        while (count < length && (window[count] & 0xFF) == Frame.WAKE) {
            count++;
        }
        return count;
    }

    private void drop(int count) {
        dropped += count;
        shift(count);
    }

    private void shift(int count) {
        length -= count;
        System.arraycopy(window, count, window, 0, length);
    }
}
