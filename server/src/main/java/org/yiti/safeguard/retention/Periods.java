package org.yiti.safeguard.retention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;
import org.yiti.kernel.Label;

/** What {@code standards/retention.yml} says today, and what the settings of this house make of it. */
@Component
class Periods {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final List<Period> all;
    private final Clock clock;

    Periods(Clock clock, Environment settings) {
        this.clock = clock;
        try (var file = new ClassPathResource("standards/retention.yml").getInputStream()) {
            this.all = read(file).stream().map(period -> set(period, settings)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A house may keep longer than the file says, or shorter, but never shorter than the law. */
    private static Period set(Period period, Environment settings) {
        var days = settings.getProperty("yiti.retention." + period.id(), Integer.class);
        return days == null ? period : period.keeping(days);
    }

    static List<Period> read(InputStream file) {
        List<Map<String, Object>> entries = new Yaml().load(file);
        return entries.stream().map(Periods::period).toList();
    }

    private static Period period(Map<String, Object> entry) {
        var title = (Map<?, ?>) given(entry, "title");
        return new Period(
                String.valueOf(given(entry, "id")),
                new Label(String.valueOf(title.get("zh")), String.valueOf(title.get("en"))),
                day(given(entry, "from")),
                number(given(entry, "at_least_days")),
                number(given(entry, "keep_days")),
                String.valueOf(given(entry, "source")));
    }

    private static Object given(Map<String, Object> entry, String field) {
        return Objects.requireNonNull(entry.get(field), "A period of standards/retention.yml has no " + field);
    }

    private static int number(Object value) {
        return Integer.parseInt(String.valueOf(value));
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date
                ? date.toInstant().atZone(UTC).toLocalDate()
                : LocalDate.parse(String.valueOf(value));
    }

    /** Of each id the latest that has begun. */
    List<Period> inForce() {
        var today = LocalDate.now(clock);
        return all.stream()
                .filter(period -> !period.from().isAfter(today))
                .filter(period -> all.stream()
                        .noneMatch(later -> later.id().equals(period.id())
                                && later.from().isAfter(period.from())
                                && !later.from().isAfter(today)))
                .sorted(Comparator.comparing(Period::id))
                .toList();
    }
}
