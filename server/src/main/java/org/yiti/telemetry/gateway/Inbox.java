package org.yiti.telemetry.gateway;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.frame.FrameReader;
import org.yiti.jt808.frame.Received;
import org.yiti.jt808.layout.Bytes;

/** The frames of a line that nobody has dealt with yet, and the one that is still arriving. */
final class Inbox {

    private final FrameReader reader = new FrameReader(Dialect.LENIENT);
    private final Deque<Bytes> held = new ArrayDeque<>();
    private long frameSince;

    /** @return what was no frame, in words */
    List<String> read(ByteBuffer bytes, long nanos) {
        var begun = reader.pending() > 0;
        var received = reader.read(bytes);
        if (!begun || !received.isEmpty()) {
            frameSince = nanos;
        }
        var offences = new ArrayList<String>();
        for (var one : received) {
            if (one instanceof Received.Frame frame) {
                held.add(frame.content());
            } else if (one instanceof Received.Discarded discarded) {
                offences.add(discarded.why().wording());
            }
        }
        return offences;
    }

    /** Whether a frame takes longer than that, however diligently a byte comes now and then. */
    boolean dawdles(long nanos, long most) {
        return reader.pending() > 0 && nanos - frameSince >= most;
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    Bytes next() {
        return held.remove();
    }

    void clear() {
        held.clear();
    }
}
