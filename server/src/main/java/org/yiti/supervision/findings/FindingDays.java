package org.yiti.supervision.findings;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.yiti.kernel.BoundedDay;

/** Findings by the day they were first seen; and of what is mended or closed now, by the day since when it is. */
final class FindingDays {

    /** @param condition SQL over {@code supervision.finding f} */
    record Asked(String condition, LocalDate day) {}

    private static final String SETTLED =
            "(select s.settled_on from supervision.settled s where s.id = f.id and f.state in ('CLOSED', 'MENDED'))";

    private static final Map<String, String> CONDITIONS = Map.of(
            "firstSeen.from",
            "f.first_seen >= :",
            "firstSeen.to",
            "f.first_seen <= :",
            "settledOn.from",
            SETTLED + " >= :",
            "settledOn.to",
            SETTLED + " <= :");

    private FindingDays() {}

    /** By the name they are bound to. */
    static Map<String, Asked> read(MultiValueMap<String, String> parameters) {
        var asked = new HashMap<String, Asked>();
        CONDITIONS.forEach((name, condition) -> {
            var value = parameters.getFirst(name);
            if (value != null && !value.isBlank()) {
                var bound = name.replace('.', '_');
                asked.put(
                        bound,
                        new Asked(
                                condition + bound,
                                BoundedDay.read(value).orElseThrow(() -> FilterValues.unreadable(name, value))));
            }
        });
        return asked;
    }
}
