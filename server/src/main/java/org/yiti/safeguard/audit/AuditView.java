package org.yiti.safeguard.audit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries as the console shows them: read from what was sealed. */
final class AuditView {

    private AuditView() {}

    record EntryOwner(UUID id, @Nullable String name) {}

    /**
     * @param actor such as {@code account/admin}, {@code house}, {@code nobody}, {@code database}
     * @param object such as {@code premises.room/…}
     * @param sound whether leaf, hash and columns still agree
     */
    record EntryLine(
            long seq,
            OffsetDateTime at,
            String actor,
            @Nullable String actorName,
            String action,
            String object,
            @Nullable UUID objectId,
            @Nullable EntryOwner institution,
            String outcome,
            @Nullable String requestId,
            boolean sound) {}

    /** @param next where the next page begins; null on the last */
    record EntryLines(List<EntryLine> items, @Nullable String next, long total, boolean totalCapped) {}

    /**
     * A value whose salted hash was sealed.
     *
     * @param value null when it was erased
     * @param salt with which the hash can be made again; null when it was erased
     * @param matches whether this value is the one that was sealed; null when it cannot be told any more
     */
    record OpenedValue(
            String field,
            String hash,
            @Nullable String value,
            @Nullable String salt,
            @Nullable Boolean matches) {

        OpenedValue untold() {
            return new OpenedValue(field, hash, null, salt, null);
        }
    }

    /** @param leaf the very text that was sealed */
    record OpenedEntry(EntryLine entry, String leaf, String hash, List<OpenedValue> opened) {}

    /**
     * @param size entries sealed
     * @param keys what auditors give the verifier, one a line
     * @param checkpoint the last signed head; null before the first
     */
    record LogHead(
            String origin,
            long size,
            List<String> keys,
            @Nullable String checkpoint) {}
}
