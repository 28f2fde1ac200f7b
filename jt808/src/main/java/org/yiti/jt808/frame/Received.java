package org.yiti.jt808.frame;

import java.util.Map;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;
import org.yiti.jt808.layout.Bytes;

/** What came out of a stream, in its order. */
public sealed interface Received {

    /** A whole frame: unescaped, its checksum verified and taken off. */
    record Frame(Bytes content) implements Received {}

    /**
     * Bytes that were thrown away.
     *
     * @param count how many, counted unescaped
     * @param sample the first of them
     */
    record Discarded(Refusal why, Map<String, ?> facts, int count, Bytes sample) implements Received {

        /** The same as an exception, for those who want one. */
        public Refused refused() {
            return new Refused(why, Math.max(0, count - 1), facts);
        }
    }

    /** A sentence in ASCII between brackets, which some trackers send on the same port; the brackets are part of it. */
    record Sentence(String text) implements Received {}
}
