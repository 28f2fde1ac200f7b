package org.yiti.energy.aside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.energy.intake.ToldReading;
import org.yiti.meters.json.MeterReading;
import org.yiti.safeguard.aside.Asides;

/**
 * A reading that was set aside.
 *
 * @param source {@code mqtt/gw-01}
 * @param institutionId null where nobody has registered the source
 * @param reading as it was told
 * @param reason why it was refused, such as {@code energy/meter-not-known}
 * @param now why it would be refused now; null where it would be taken
 * @param note why it was discarded
 */
record ReadingAside(
        long id,
        String source,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        String batch,
        MeterReading reading,
        OffsetDateTime at,
        String reason,
        @Nullable String now,
        int tries,
        @Nullable OffsetDateTime triedAt,
        @Nullable OffsetDateTime discardedAt,
        @Nullable String discardedBy,
        @Nullable String note)
        implements Asides.Item {

    /** Readings belong to whom their sources do: whose the meter is may be what is not known. */
    static final Asides.Shelf<ReadingAside> SHELF = new Asides.Shelf<>(
            "energy.set_aside",
            "reason",
            """
                    select s.*, i.name as institution_name
                      from energy.set_aside s
                      left join organization.institution i on i.id = s.institution_id
                    """,
            "(:device::text is null or strpos(s.meter, :device) > 0 or strpos(s.source, :device) > 0)",
            "s.source, s.batch, s.content",
            (row, n) -> read(row));

    private static ReadingAside read(ResultSet row) throws SQLException {
        return new ReadingAside(
                row.getLong("id"),
                row.getString("source"),
                row.getObject("institution_id", UUID.class),
                row.getString("institution_name"),
                row.getString("batch"),
                ToldReading.read(row.getString("content")),
                row.getObject("at", OffsetDateTime.class),
                row.getString("reason"),
                null,
                row.getInt("tries"),
                row.getObject("tried_at", OffsetDateTime.class),
                row.getObject("discarded_at", OffsetDateTime.class),
                row.getString("discarded_by"),
                row.getString("note"));
    }

    ReadingAside with(@Nullable String why) {
        return new ReadingAside(
                id,
                source,
                institutionId,
                institutionName,
                batch,
                reading,
                at,
                reason,
                why,
                tries,
                triedAt,
                discardedAt,
                discardedBy,
                note);
    }
}
