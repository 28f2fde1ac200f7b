package org.yiti.proof.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/**
 * One act, as it is sealed. Entries are numbered from 1 without a gap, so that {@code seq} is the place in the log.
 * People stand in it by ids that say nothing by themselves; {@code before} and {@code after} are taken with a
 * {@link Salt} where the object holds personal values, and so is whatever stands in {@code personal}.
 */
public record AuditEntry(
        long seq,
        Instant at,
        String actor,
        @Nullable String onBehalfOf,
        String action,
        String object,
        @Nullable Fingerprint before,
        @Nullable Fingerprint after,
        @Nullable String requestId,
        String outcome,
        Map<String, Fingerprint> personal) {

    /** What an entry of a bundle can be long: its length is written in two bytes. */
    public static final int MOST_BYTES = 65_535;

    static final String FORMAT = "yiti-audit-1";

    public AuditEntry {
        personal = Map.copyOf(personal);
        if (seq < 1 || actor.isEmpty() || action.isEmpty() || object.isEmpty() || outcome.isEmpty()) {
            throw new ProofRefused(Refusal.ENTRY_MALFORMED);
        }
    }

    /** The canonical bytes: the leaf. The last name in the order of names is {@code seq}, see {@link Numbers}. */
    public byte[] bytes() {
        var json = new StringBuilder(512);
        // In the order of names, as canonical JSON has them: a log is made of a great many of these.
        put(json, "action", action);
        put(json, "actor", actor);
        put(json, "after", after);
        put(json, "at", at);
        put(json, "before", before);
        put(json, "format", FORMAT);
        put(json, "object", object);
        put(json, "onBehalfOf", onBehalfOf);
        put(json, "outcome", outcome);
        if (!personal.isEmpty()) {
            var commitments = new TreeMap<String, String>();
            personal.forEach((field, commitment) -> commitments.put(field, commitment.toString()));
            json.append(",\"personal\":");
            CanonicalJson.append(json, commitments);
        }
        put(json, "requestId", requestId);
        var bytes = json.append(",\"seq\":")
                .append(CanonicalJson.whole(seq))
                .append('}')
                .toString()
                .getBytes(UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw new ProofRefused(Refusal.ENTRY_TOO_LONG, Map.of("most", MOST_BYTES, "found", bytes.length));
        }
        return bytes;
    }

    public static AuditEntry parse(byte[] bytes) {
        return new AuditEntryReader(bytes).entry();
    }

    private static void put(StringBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.append(json.isEmpty() ? '{' : ',').append('"').append(name).append("\":");
            CanonicalJson.appendString(json, value.toString());
        }
    }
}
