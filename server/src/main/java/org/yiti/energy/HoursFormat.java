package org.yiti.energy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Format;

/** Hours of the day such as {@code 8-11,18-21}, over midnight as well ({@code 23-7}). */
public final class HoursFormat implements Format {

    private static final Pattern HOURS = Pattern.compile("\\d{1,2}-\\d{1,2}(,\\d{1,2}-\\d{1,2}){0,11}");

    @Override
    public Opinion examine(String text) {
        var written = text.strip()
                .replaceAll("[，、;；]", ",")
                .replaceAll("[～~—–至]", "-")
                .replaceAll("(:00|时|点|\\s)", "");
        return HOURS.matcher(written).matches() && isOfADay(written)
                ? new Opinion(written, null, null)
                : new Opinion(
                        text, null, new Label("应为一天里的钟点，如 8-11,18-21", "is hours of the day, such as 8-11,18-21"));
    }

    private static boolean isOfADay(String written) {
        for (var period : written.split(",")) {
            var ends = period.split("-");
            var from = Integer.parseInt(ends[0]);
            var until = Integer.parseInt(ends[1]);
            if (from > 23 || until > 24 || from == until) {
                return false;
            }
        }
        return true;
    }

    public static List<Integer> hours(@Nullable String written) {
        var hours = new ArrayList<Integer>();
        if (written == null || !HOURS.matcher(written).matches() || !isOfADay(written)) {
            return hours;
        }
        for (var period : written.split(",")) {
            var ends = period.split("-");
            var until = Integer.parseInt(ends[1]) % 24;
            var hour = Integer.parseInt(ends[0]);
            do {
                hours.add(hour);
                hour = (hour + 1) % 24;
            } while (hour != until);
        }
        return hours;
    }
}
