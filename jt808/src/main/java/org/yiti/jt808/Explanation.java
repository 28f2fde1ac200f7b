package org.yiti.jt808;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.layout.Explained;

/**
 * A frame, field by field.
 *
 * @param kind what the message is
 * @param problem why the body, or the header, is explained only so far
 */
public record Explanation(
        @Nullable Kind<?> kind,
        Version version,
        List<Explained> header,
        List<Explained> body,
        @Nullable Refused problem) {}
