package org.yiti.telemetry.track;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command, as its terminal told it.
 *
 * @param result of message 0x0001; null where the answer is a message of its own
 * @param answer JSON; null where there is nothing to tell beyond the result
 */
public record Receipt(
        UUID command, boolean done, @Nullable Integer result, @Nullable String answer) {}
