package org.yiti.supervision.findings;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;

/**
 * The order of a list of findings, by a column of it either way; a page begins after the last finding of the page
 * before. Without a word the newest come first.
 */
record FindingOrder(By by, boolean descending) {

    /** What can be sorted by. The expressions of findings alone are those of the indexes of the table. */
    enum By {
        INSTITUTION("institution", "coalesce(i.name, '')", "text"),
        RULE("rule", "r.code", "text"),
        SEVERITY("severity", "array_position(array['REMINDER', 'SUSPICION', 'VIOLATION'], f.severity)", "integer"),
        FIRST_SEEN("firstSeen", "f.first_seen", "date"),
        DUE("dueOn", "f.due_on", "date"),
        /** As a share of the limit, since metres and yuan do not compare. */
        EXCESS("excess", share("-1"), "numeric");

        private final String column;
        private final String key;
        private final String type;

        By(String column, String key, String type) {
            this.column = column;
            this.key = key;
            this.type = type;
        }
    }

    /** The worst come first, and what has no number last either way. */
    private static final String EXCESS_OR_LAST = share("'infinity'::numeric");

    /** Anything beyond a limit of nothing is beyond all measure. */
    private static String share(String otherwise) {
        return "coalesce(case when f.limit_value = 0 and f.excess > 0 then 1e9 else f.excess / nullif(f.limit_value, 0) end, "
                + otherwise + ")";
    }

    static FindingOrder of(@Nullable String sort) {
        if (sort == null || sort.isBlank()) {
            return new FindingOrder(By.FIRST_SEEN, true);
        }
        var descending = sort.startsWith("-");
        var column = descending ? sort.substring(1) : sort;
        return Arrays.stream(By.values())
                .filter(by -> by.column.equals(column))
                .findAny()
                .map(by -> new FindingOrder(by, descending))
                .orElseThrow(() ->
                        new Refused(SupervisionRefusal.UNREADABLE_FILTER, Map.of("filter", "sort", "value", sort)));
    }

    String key() {
        return by == By.EXCESS && !descending ? EXCESS_OR_LAST : by.key;
    }

    String sql() {
        return sql(key());
    }

    private String sql(String first) {
        var way = descending ? " desc" : "";
        return " order by " + first + way + ", f.id" + way;
    }

    /** Where a page of many is read from and in which order, when that is of what findings are about or judged by. */
    String walked(FindingFilter filter, int most) {
        var way = descending ? " desc" : "";
        return switch (by) {
            case INSTITUTION ->
                FindingWalk.byInstitution(filter, bound(filter, "coalesce(n.name, '')"), way, most) + sql("i.listed");
            case RULE -> FindingWalk.byRule(filter, bound(filter, by.key), way, most) + sql();
            default -> FindingQueries.FROM + filter.sql() + sql();
        };
    }

    private String bound(FindingFilter filter, String group) {
        return filter.asks("after_key") ? group + (descending ? " <= " : " >= ") + "cast(:after_key as text)" : "true";
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
                    "(" + key() + ", f.id) " + (descending ? "<" : ">") + " (cast(:after_key as " + by.type
                            + "), :after_id)",
                    Map.of("after_id", UUID.fromString(place.substring(0, 36)), "after_key", place.substring(37)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new Refused(SupervisionRefusal.UNREADABLE_FILTER, Map.of("filter", "after", "value", after));
        }
    }
}
