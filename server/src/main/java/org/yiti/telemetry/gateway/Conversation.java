package org.yiti.telemetry.gateway;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.layout.Bytes;

/** Deals with the frames of a line, one at a time. */
@FunctionalInterface
interface Conversation {

    /** @return false when the frame was an offence */
    boolean hear(Bytes frame);

    /** Whom it speaks for; null while nobody is known. */
    default @Nullable UUID session() {
        return null;
    }

    /** The line is gone. */
    default void end() {}
}
