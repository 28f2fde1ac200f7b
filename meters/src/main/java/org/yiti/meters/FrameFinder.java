package org.yiti.meters;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds frames in the bytes of a serial line, whatever lies between them. Keeps never more than the longest frame: what
 * cannot be the beginning of one is dropped and counted. For one line, not for several threads at once.
 */
public final class FrameFinder<F> {

    /** How frames of one kind are told in a window of bytes; both refuse where none begins with its first byte. */
    public interface Form<F> {

        /** How long the frame is; −1 where that cannot be told from the bytes up to the end yet. */
        int lengthOf(byte[] window, int end);

        F decode(byte[] window, int length);
    }

    private final Form<F> form;
    private final byte[] window;
    private int length;
    private long dropped;

    /** @param longest bytes of any frame; a form must not tell of a longer one */
    public FrameFinder(int longest, Form<F> form) {
        this.form = form;
        this.window = new byte[longest];
    }

    /** Takes what has come and hands on every frame that is complete. */
    public void feed(byte[] chunk, Consumer<F> frames) {
        for (var octet : chunk) {
            window[length++] = octet;
            drain(frames);
        }
    }

    /**
     * The line has gone quiet: what was begun comes no more. Frames hidden behind a false start are still handed on.
     */
    public void quiet(Consumer<F> frames) {
        while (length > 0) {
            drop();
            drain(frames);
        }
    }

    /** Bytes that belonged to no frame, so far. */
    public long dropped() {
        return dropped;
    }

    /** Bytes that may be the beginning of a frame. */
    public int kept() {
        return length;
    }

    private void drain(Consumer<F> frames) {
        var found = next();
        while (found.isPresent()) {
            frames.accept(found.get());
            found = next();
        }
    }

    private Optional<F> next() {
        while (length > 0) {
            try {
                var whole = form.lengthOf(window, length);
                if (whole < 0 || whole > length) {
                    return Optional.empty();
                }
                var frame = form.decode(window, whole);
                shift(whole);
                return Optional.of(frame);
            } catch (MeterRefused noFrameHere) {
                drop();
            }
        }
        return Optional.empty();
    }

    private void drop() {
        dropped++;
        shift(1);
    }

    private void shift(int count) {
        length -= count;
        System.arraycopy(window, count, window, 0, length);
    }
}
