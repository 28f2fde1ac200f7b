package org.yiti.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.yiti.calendar.WorkCalendar.NamedDay;
import org.yiti.kernel.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code standards/calendar.yml}, read and told apart from other editions by its hash. */
record CalendarFile(WorkCalendar calendar, String hash) {

    static CalendarFile onClassPath() {
        try (var stream = CalendarFile.class.getResourceAsStream("/standards/calendar.yml")) {
            var bytes = Objects.requireNonNull(stream, "standards/calendar.yml").readAllBytes();
            return new CalendarFile(calendar(YAMLMapper.builder().build().readTree(bytes)), Sha256.hex(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WorkCalendar calendar(JsonNode file) {
        var days = new HashMap<LocalDate, NamedDay>();
        var years = new HashSet<Integer>();
        for (var year : file.get("years")) {
            years.add(year.get("year").intValue());
            year.get("days").forEach(holiday -> add(holiday, days));
        }
        return new WorkCalendar(days, years);
    }

    private static void add(JsonNode holiday, Map<LocalDate, NamedDay> days) {
        var name = holiday.get("name").stringValue();
        var from = date(holiday.get("from"));
        var to = holiday.has("to") ? date(holiday.get("to")) : from;
        from.datesUntil(to.plusDays(1)).forEach(d -> days.put(d, new NamedDay(DayKind.HOLIDAY, name)));
        holiday.path("work").forEach(d -> days.put(date(d), new NamedDay(DayKind.MAKE_UP_WORKDAY, name)));
    }

    private static LocalDate date(JsonNode node) {
        return LocalDate.parse(node.stringValue());
    }
}
