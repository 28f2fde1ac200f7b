package org.yiti.proof.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/** Takes an entry's members out of its JSON; whatever is left over at the end does not belong there. */
final class AuditEntryReader {

    private final Map<String, @Nullable Object> json;

    AuditEntryReader(byte[] bytes) {
        this.json = CanonicalJson.readCanonical(bytes);
    }

    AuditEntry entry() {
        if (!AuditEntry.FORMAT.equals(json.remove("format"))) {
            throw refused();
        }
        var entry = new AuditEntry(
                number("seq"),
                time(text("at")),
                text("actor"),
                optional("onBehalfOf"),
                text("action"),
                text("object"),
                fingerprint("before"),
                fingerprint("after"),
                optional("requestId"),
                text("outcome"),
                commitments());
        if (!json.isEmpty()) {
            throw refused();
        }
        return entry;
    }

    private long number(String name) {
        if (json.remove(name) instanceof Long number) {
            return number;
        }
        throw refused();
    }

    private String text(String name) {
        var text = optional(name);
        if (text == null) {
            throw refused();
        }
        return text;
    }

    private @Nullable String optional(String name) {
        if (!json.containsKey(name)) {
            return null;
        }
        return asText(json.remove(name));
    }

    private @Nullable Fingerprint fingerprint(String name) {
        var text = optional(name);
        return text == null ? null : Fingerprint.parse(text);
    }

    private Map<String, Fingerprint> commitments() {
        var commitments = new TreeMap<String, Fingerprint>();
        if (json.containsKey("personal")) {
            if (!(json.remove("personal") instanceof Map<?, ?> members) || members.isEmpty()) {
                throw refused();
            }
            members.forEach((name, value) -> commitments.put(asText(name), Fingerprint.parse(asText(value))));
        }
        return commitments;
    }

    private static Instant time(String text) {
        try {
            var time = Instant.parse(text);
            if (time.toString().equals(text)) {
                return time;
            }
        } catch (DateTimeException malformed) {
            // The same answer as below.
        }
        throw refused();
    }

    private static String asText(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw refused();
    }

    private static ProofRefused refused() {
        return new ProofRefused(Refusal.ENTRY_MALFORMED);
    }
}
