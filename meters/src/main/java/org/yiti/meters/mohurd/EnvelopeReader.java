package org.yiti.meters.mohurd;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts a stream into envelopes. It comes over TCP, which loses nothing: what is no envelope is refused at once, and the
 * connection closed. Keeps what has come of one envelope, never what one merely says it will be.
 */
public final class EnvelopeReader {

    private static final int FIRST = 512;

    private final EnvelopeForm form;
    private byte[] window = new byte[FIRST];
    private int length;

    public EnvelopeReader(EnvelopeForm form) {
        this.form = form;
    }

    public void feed(byte[] chunk, Consumer<Envelope> envelopes) {
        var from = 0;
        while (from < chunk.length) {
            var needed = needed();
            var take = Math.min(needed - length, chunk.length - from);
            if (length + take > window.length) {
                window = Arrays.copyOf(window, Math.max(length + take, Math.min(needed, 2 * window.length)));
            }
            System.arraycopy(chunk, from, window, length, take);
            length += take;
            from += take;
            if (Envelope.lengthOf(form, window, length) == length) {
                var envelope = Envelope.decode(form, window, length);
                length = 0;
                envelopes.accept(envelope);
            }
        }
    }

    int kept() {
        return window.length;
    }

    /** Up to where the length can be told, then up to the end. */
    private int needed() {
        var whole = Envelope.lengthOf(form, window, length);
        return whole < 0 ? length + 1 : whole;
    }
}
