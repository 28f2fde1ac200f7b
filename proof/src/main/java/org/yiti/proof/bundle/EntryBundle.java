package org.yiti.proof.bundle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;
import org.yiti.proof.entry.AuditEntry;

/** Up to 256 entries in one file, each after its length in two bytes, the higher first. */
public final class EntryBundle {

    /** More than 256 is wrong, but an entry put in between is better named than refused. */
    private static final int MOST_ENTRIES = 512;

    static final int MOST_BYTES = MOST_ENTRIES * (2 + AuditEntry.MOST_BYTES);

    private EntryBundle() {}

    public static byte[] write(List<byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        for (var entry : entries) {
            if (entry.length > AuditEntry.MOST_BYTES) {
                throw new ProofRefused(
                        Refusal.ENTRY_TOO_LONG, Map.of("most", AuditEntry.MOST_BYTES, "found", entry.length));
            }
            bytes.write(entry.length >> 8);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    /** Whatever number of entries there is; refuses one that is cut off. */
    public static List<byte[]> read(byte[] bytes) {
        var entries = new ArrayList<byte[]>();
        var at = 0;
        while (at < bytes.length) {
            var end = at + 2 + (at + 1 < bytes.length ? (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff : bytes.length);
            if (end > bytes.length || entries.size() == MOST_ENTRIES) {
                throw new ProofRefused(Refusal.ENTRIES_MALFORMED, Map.of("count", entries.size()));
            }
            entries.add(Arrays.copyOfRange(bytes, at + 2, end));
            at = end;
        }
        return entries;
    }
}
