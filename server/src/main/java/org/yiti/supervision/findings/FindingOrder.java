package org.yiti.supervision.findings;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;

/** The order of a list of findings; a page begins after the last finding of the page before. */
enum FindingOrder {
    NEWEST("f.first_seen", "date", true),
    DUE("f.due_on", "date", false),
    WORST("coalesce(f.excess / nullif(f.limit_value, 0), -1)", "numeric", true);

    private final String key;
    private final String type;
    private final boolean descending;

    FindingOrder(String key, String type, boolean descending) {
        this.key = key;
        this.type = type;
        this.descending = descending;
    }

    static FindingOrder of(@Nullable String sort) {
        if (sort == null || sort.isBlank() || sort.equals("-firstSeen")) {
            return NEWEST;
        }
        if (sort.equals("dueOn")) {
            return DUE;
        }
        if (sort.equals("-excess")) {
            return WORST;
        }
        throw new Refused(SupervisionRefusal.UNREADABLE_FILTER, Map.of("filter", "sort", "value", sort));
    }

    String key() {
        return key;
    }

    String by() {
        var way = descending ? " desc" : "";
        return " order by " + key + way + ", f.id" + way;
    }

    String place(ResultSet row) throws SQLException {
        var place = row.getObject("id", UUID.class) + " " + row.getString("sort_key");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    void continueAfter(FindingFilter filter, @Nullable String after) {
        if (after == null || after.isBlank()) {
            return;
        }
        try {
            var place = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            filter.also(
                    "(" + key + ", f.id) " + (descending ? "<" : ">") + " (cast(:after_key as " + type
                            + "), :after_id)",
                    Map.of("after_id", UUID.fromString(place.substring(0, 36)), "after_key", place.substring(37)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new Refused(SupervisionRefusal.UNREADABLE_FILTER, Map.of("filter", "after", "value", after));
        }
    }
}
