package org.yiti.telemetry.aside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.safeguard.aside.Asides;

/**
 * A message that was set aside.
 *
 * @param terminal null where nobody knows any more whose it was
 * @param reason in the words of the database, without values
 * @param note why it was discarded
 */
record MessageAside(
        long id,
        AsideKind kind,
        @Nullable UUID terminal,
        @Nullable String phone,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        OffsetDateTime at,
        String reason,
        int tries,
        @Nullable OffsetDateTime triedAt,
        @Nullable OffsetDateTime discardedAt,
        @Nullable String discardedBy,
        @Nullable String note)
        implements Asides.Item {

    /** Messages belong to whom their terminals do. */
    static final Asides.Shelf<MessageAside> SHELF = new Asides.Shelf<>(
            "telemetry.set_aside",
            "why",
            """
                    select s.id, s.kind, t.id as terminal, t.phone, t.institution_id, i.name as institution_name, s.at, s.why as reason, s.tries,
                           s.tried_at, s.discarded_at, s.discarded_by, s.note, s.content
                      from telemetry.set_aside s
                      left join telemetry.terminal t on t.number = s.terminal
                      left join organization.institution i on i.id = t.institution_id
                    """,
            "(:kind::text is null or s.kind = :kind) and (:device::text is null or strpos(s.phone, :device) > 0)",
            "s.kind, s.terminal, s.phone",
            (row, n) -> read(row));

    private static MessageAside read(ResultSet row) throws SQLException {
        return new MessageAside(
                row.getLong("id"),
                AsideKind.valueOf(row.getString("kind")),
                row.getObject("terminal", UUID.class),
                row.getString("phone"),
                row.getObject("institution_id", UUID.class),
                row.getString("institution_name"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("reason"),
                row.getInt("tries"),
                row.getObject("tried_at", OffsetDateTime.class),
                row.getObject("discarded_at", OffsetDateTime.class),
                row.getString("discarded_by"),
                row.getString("note"));
    }
}
