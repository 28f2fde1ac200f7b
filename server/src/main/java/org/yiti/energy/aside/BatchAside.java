package org.yiti.energy.aside;

import static org.yiti.meters.MeterRefusal.BATCH_TOO_LARGE;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.json.ReadingBatch;
import org.yiti.safeguard.aside.Asides;

/**
 * A batch that was refused as a whole.
 *
 * @param source {@code mqtt/gw-01}, {@code http/collector}
 * @param institutionId null where nobody has registered the source
 * @param size bytes
 * @param reason why it was refused, such as {@code meters/json-unfit}
 * @param note why it was discarded
 */
record BatchAside(
        long id,
        String source,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        int size,
        OffsetDateTime at,
        String reason,
        int tries,
        @Nullable OffsetDateTime triedAt,
        @Nullable OffsetDateTime discardedAt,
        @Nullable String discardedBy,
        @Nullable String note)
        implements Asides.Item {

    /** Batches belong to whom their sources do. What they say is large, and read one by one. */
    static final Asides.Shelf<BatchAside> SHELF = new Asides.Shelf<>(
            "energy.batch_set_aside",
            "reason",
            """
                    select s.id, s.institution_id, i.name as institution_name, s.source, s.size, s.at, s.reason, s.tries, s.tried_at,
                           s.discarded_at, s.discarded_by, s.note
                      from energy.batch_set_aside s
                      left join organization.institution i on i.id = s.institution_id
                    """,
            "(:device::text is null or strpos(s.source, :device) > 0)",
            "s.source, s.size",
            (row, n) -> new BatchAside(
                    row.getLong("id"),
                    row.getString("source"),
                    row.getObject("institution_id", UUID.class),
                    row.getString("institution_name"),
                    row.getInt("size"),
                    row.getObject("at", OffsetDateTime.class),
                    row.getString("reason"),
                    row.getInt("tries"),
                    row.getObject("tried_at", OffsetDateTime.class),
                    row.getObject("discarded_at", OffsetDateTime.class),
                    row.getString("discarded_by"),
                    row.getString("note")));

    /** Of what is too large only the beginning was kept. */
    static ReadingBatch parsed(int size, byte[] content) {
        if (size > content.length) {
            throw new MeterRefused(BATCH_TOO_LARGE, Map.of("most", ReadingBatch.MOST_BYTES + " B"));
        }
        return ReadingBatch.parse(content);
    }
}
