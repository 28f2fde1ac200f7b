package org.yiti.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.yiti.calendar.WorkCalendar.NamedDay;
import org.yiti.kernel.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code standards/calendar.yml} or an operator's edition of it, read and told apart from others by its hash. */
record CalendarFile(WorkCalendar calendar, String hash) {

    static CalendarFile onClassPath() {
        try (var stream = CalendarFile.class.getResourceAsStream("/standards/calendar.yml")) {
            var bytes = Objects.requireNonNull(stream, "standards/calendar.yml").readAllBytes();
            return of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException with a sentence for whoever starts the house, when it cannot be read as a calendar */
    static CalendarFile at(Path path) {
        try {
            return of(Files.readAllBytes(path));
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException(
                    "The calendar " + path + " (YITI_CALENDAR) cannot be read: " + unreadable, unreadable);
        }
    }

    private static CalendarFile of(byte[] bytes) {
        return new CalendarFile(calendar(YAMLMapper.builder().build().readTree(bytes)), Sha256.hex(bytes));
    }

    private static WorkCalendar calendar(JsonNode file) {
        var days = new HashMap<LocalDate, NamedDay>();
        var years = new TreeSet<Integer>();
        for (var year : file.required("years")) {
            years.add(year.required("year").intValue());
            year.required("days").forEach(holiday -> add(holiday, days));
        }
        if (years.isEmpty() || years.last() - years.first() >= years.size()) {
            throw new IllegalArgumentException("years must follow one another without a gap, and are " + years);
        }
        return new WorkCalendar(days, years);
    }

    private static void add(JsonNode holiday, Map<LocalDate, NamedDay> days) {
        var name = holiday.required("name").stringValue();
        var from = date(holiday.required("from"));
        var to = holiday.has("to") ? date(holiday.get("to")) : from;
        from.datesUntil(to.plusDays(1)).forEach(d -> days.put(d, new NamedDay(DayKind.HOLIDAY, name)));
        holiday.path("work").forEach(d -> days.put(date(d), new NamedDay(DayKind.MAKE_UP_WORKDAY, name)));
    }

    private static LocalDate date(JsonNode node) {
        return LocalDate.parse(node.stringValue());
    }
}
