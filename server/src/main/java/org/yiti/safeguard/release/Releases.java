package org.yiti.safeguard.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What leaves only once a second person agrees: asked for, decided in time, and taken once by whoever asked. Each module has a
 * table of what is asked for there, with {@code state, requested_by, requested_at, expires_at, decided_by, decided_at, note,
 * taken_at}; what it is, who may decide it and what is told of it is the module's.
 */
public interface Releases {

    enum State {
        REQUESTED,
        APPROVED,
        REJECTED,
        TAKEN,
        EXPIRED
    }

    record Person(String account, String name) {}

    /** By whom something is asked for now, and until when it waits for a decision. */
    record Asked(String by, OffsetDateTime at, OffsetDateTime until) {}

    /**
     * How a request stands for whoever looks.
     *
     * @param mine whoever looks has asked for it
     * @param waits for a decision that whoever looks may make, where they may decide at all
     */
    record Standing(
            State state,
            Person requestedBy,
            OffsetDateTime requestedAt,
            OffsetDateTime expiresAt,
            @Nullable Person decidedBy,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String note,
            boolean mine,
            boolean waits) {}

    Asked asked();

    /** @param row of the table, with {@code requested_name} and {@code decided_name} beside */
    Standing standing(ResultSet row) throws SQLException;

    /** Nobody agrees to what they want themselves, nor with the rights of whoever wants it. */
    boolean isOnesOwn(String requestedBy);

    /** @return whether there was still something to decide */
    boolean decide(String table, UUID id, boolean approve, @Nullable String note);

    /** @return whether it was agreed to, in time, and nobody has taken it */
    boolean take(String table, UUID id);
}
