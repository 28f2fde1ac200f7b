package org.yiti.telemetry.gateway;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Version;

/** What the inventory says to a terminal at the door. */
sealed interface Admission {

    /** @param result of message 0x8100; the code is there when it is 0 */
    record Registered(int result, @Nullable String code) implements Admission {}

    /**
     * @param number what its positions are called by
     * @param session the one connection that speaks for it from now on
     * @param edition it speaks: what it registered by, where its header does not tell
     * @param tongue how it leaves the standard
     */
    record Let(UUID terminal, int number, UUID session, Version edition, Jt808 tongue) implements Admission {}

    /** Nothing is told of why. */
    record Turned() implements Admission {}
}
