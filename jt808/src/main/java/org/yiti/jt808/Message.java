package org.yiti.jt808;

import java.util.Optional;
import org.yiti.jt808.layout.Bytes;

/**
 * A message that was read.
 *
 * @param version the edition its body was read by; keep it for the session, nothing else tells 2011 from 2013
 * @param rest bytes behind what the standard has; kept, and written again
 */
public record Message<T>(Header header, Kind<T> kind, Version version, T body, Bytes rest) {

    public int id() {
        return header.id();
    }

    /** The message as one of that kind, if it is. */
    public <O> Optional<O> as(Class<O> type) {
        return type.isInstance(body) ? Optional.of(type.cast(body)) : Optional.empty();
    }
}
