package org.yiti.safeguard;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody did, or was refused.
 *
 * @param action such as {@code finding.close}: what it is about, then what was done
 * @param object such as {@code supervision.finding/…}
 * @param institutionId whose it is; null for the house's
 * @param actor such as {@code account/…}; null for whoever acts now
 * @param details what was said; sealed as salted hashes, since it may be personal, and kept in clear beside the log
 * @param rows those that it is about, where they are many
 */
public record Act(
        String action,
        String object,
        @Nullable UUID objectId,
        @Nullable UUID institutionId,
        @Nullable String actor,
        String outcome,
        Map<String, String> details,
        List<UUID> rows) {

    public static final String DONE = "done";
    public static final String REFUSED = "refused";

    public Act {
        details = Map.copyOf(details);
        rows = List.copyOf(rows);
    }

    public static Act of(String action, String kind, UUID id) {
        return new Act(action, kind + "/" + id, id, null, null, DONE, Map.of(), List.of());
    }

    public static Act of(String action, String kind, String name) {
        return new Act(action, kind + "/" + written(name), null, null, null, DONE, Map.of(), List.of());
    }

    public Act in(@Nullable UUID institution) {
        return new Act(action, object, objectId, institution, actor, outcome, details, rows);
    }

    public Act of(List<UUID> many) {
        return new Act(action, object, objectId, institutionId, actor, outcome, details, many);
    }

    public Act by(String who) {
        return new Act(action, object, objectId, institutionId, who, outcome, details, rows);
    }

    public Act ended(String how) {
        return new Act(action, object, objectId, institutionId, actor, how, details, rows);
    }

    /** Nothing and blanks say nothing. */
    public Act with(String field, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            return this;
        }
        var more = new HashMap<>(details);
        more.put(field, written(value.toString()));
        return new Act(action, object, objectId, institutionId, actor, outcome, more, rows);
    }

    /** As it can be written in JSON and in PostgreSQL: no half characters, no zeros. */
    private static String written(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "␀");
    }
}
