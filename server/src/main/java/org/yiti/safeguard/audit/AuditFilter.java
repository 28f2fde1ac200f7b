package org.yiti.safeguard.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.yiti.kernel.Like;
import org.yiti.kernel.Refused;
import org.yiti.safeguard.SafeguardRefusal;

/** Which entries are asked for, as SQL over {@code safeguard.entry e}. */
final class AuditFilter {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String READING = "data.read";
    private static final String OF_ACCOUNTS =
            "(e.actor = :%1$s or e.actor in (select 'account/' || account from identity.account"
                    + " where account ilike :%1$s_part or name ilike :%1$s_part))";

    private final Function<UUID[], Long[]> readings;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> bound = new HashMap<>();
    private boolean isGivenReadings;

    /** @param readings the numbers of the entries that tell of rows being read */
    AuditFilter(Function<UUID[], Long[]> readings) {
        this.readings = readings;
    }

    /** @param institutions null for all, the house's own acts included */
    AuditFilter within(@Nullable Set<UUID> institutions) {
        return institutions == null
                ? this
                : and("e.institution_id = any(:institutions)", "institutions", institutions.toArray(UUID[]::new));
    }

    /** Readings are many: who asks for no act and no object is not given them; {@code any} is every act. */
    AuditFilter where(MultiValueMap<String, String> parameters) {
        parameters.forEach((name, values) -> {
            var given =
                    values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
            if (!given.isEmpty()) {
                where(name, given);
            }
        });
        return isGivenReadings ? this : and("e.action <> :reading", "reading", READING);
    }

    private void where(String name, List<String> given) {
        var first = given.get(0);
        switch (name) {
            case "at.from" -> and("e.at >= :from", "from", moment(name, first, 0));
            case "at.to" -> and("e.at < :to", "to", moment(name, first, 1));
            case "actor" -> and("e.actor = any(:actors)", "actors", given.toArray(String[]::new));
            case "actor.like" -> ofAccounts("actor", first);
            case "action" -> actions(given);
            case "outcome" -> outcomes(given);
            case "object" -> of(ids(name, given));
            case "q" -> found(first);
            default -> {
                // Where one is in the list, and the institution, which is asked of the scope.
            }
        }
    }

    /** Whole names, or what stands before their point. */
    private void actions(List<String> given) {
        isGivenReadings = true;
        if (given.contains("any")) {
            return;
        }
        var before = given.stream()
                .map(action -> action.replace("\\", "").replace("%", "").replace("_", "\\_") + ".%")
                .toArray(String[]::new);
        bound.put("actions_of", before);
        and("(e.action = any(:actions) or e.action like any(:actions_of))", "actions", given.toArray(String[]::new));
    }

    /** {@code refused} is whatever was refused, for whichever reason. */
    private void outcomes(List<String> given) {
        bound.put("any_refusal", given.contains("refused"));
        and(
                "(e.outcome = any(:outcomes) or (:any_refusal and e.outcome not in ('done', 'past-the-server')))",
                "outcomes",
                given.toArray(String[]::new));
    }

    /** The number of an entry, the id of an object, or somebody's name. */
    private void found(String q) {
        if (NUMBER.matcher(q).matches()) {
            and("e.seq = :number", "number", Long.parseLong(q));
        } else if (ID.matcher(q).matches()) {
            of(UUID.fromString(q));
        } else {
            ofAccounts("q", q);
        }
    }

    /** What was done to rows, and who read them among others. */
    AuditFilter of(UUID... rows) {
        isGivenReadings = true;
        bound.put("readings", readings.apply(rows));
        return and("(e.object_id = any(:objects) or e.seq = any(:readings))", "objects", rows);
    }

    private void ofAccounts(String parameter, String name) {
        bound.put(parameter + "_part", Like.containing(name));
        and(OF_ACCOUNTS.formatted(parameter), parameter, name);
    }

    AuditFilter and(String condition, String name, Object value) {
        conditions.add(condition);
        bound.put(name, value);
        return this;
    }

    private static UUID[] ids(String filter, List<String> given) {
        given.stream().filter(id -> !ID.matcher(id).matches()).findFirst().ifPresent(id -> {
            throw unreadable(filter, id);
        });
        return given.stream().map(UUID::fromString).toArray(UUID[]::new);
    }

    /** A day counts whole. */
    private static OffsetDateTime moment(String filter, String text, int daysOn) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).plusDays(daysOn).atStartOfDay(HERE).toOffsetDateTime()
                    : OffsetDateTime.parse(text);
        } catch (DateTimeException noMoment) {
            throw unreadable(filter, text);
        }
    }

    private static Refused unreadable(String filter, String value) {
        return new Refused(SafeguardRefusal.UNREADABLE_FILTER, Map.of("filter", filter, "value", value));
    }

    String sql() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Map<String, Object> bound() {
        return bound;
    }
}
