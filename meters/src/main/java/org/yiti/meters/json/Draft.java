package org.yiti.meters.json;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.json.MeterReading.Quality;
import tools.jackson.core.JsonToken;

/** A line of the batch while it is read: its fields come in any order, and the batch's zone may come after it. */
final class Draft {

    private static final Set<String> QUALITIES = Set.of("good", "estimated", "suspect");

    private final Place place;
    private @Nullable String meter;
    private String item = MeterReading.TOTAL;
    private @Nullable Moment from;
    private @Nullable Moment time;
    private @Nullable BigDecimal register;
    private @Nullable BigDecimal interval;
    private @Nullable String unit;
    private Quality quality = Quality.GOOD;
    private @Nullable Long sequence;

    private Draft(Place place) {
        this.place = place;
    }

    static Draft read(Cursor cursor) {
        cursor.require(JsonToken.START_OBJECT, "readings");
        var draft = new Draft(cursor.place());
        cursor.fields(draft::field);
        return draft;
    }

    private void field(Cursor cursor, String name) {
        switch (name) {
            case "meter" -> meter = cursor.text(name);
            case "item" -> item = cursor.text(name);
            case "from" -> from = cursor.moment(name);
            case "time" -> time = cursor.moment(name);
            case "register" -> register = cursor.decimal(name);
            case "interval" -> interval = cursor.decimal(name);
            case "unit" -> unit = cursor.text(name);
            case "quality" -> quality = quality(cursor);
            case "sequence" -> sequence = cursor.whole(name);
            default -> cursor.passOver(name);
        }
    }

    private static Quality quality(Cursor cursor) {
        var word = cursor.text("quality");
        if (!QUALITIES.contains(word)) {
            throw cursor.unfit(
                    "quality", String.join(", ", QUALITIES.stream().sorted().toList()));
        }
        return Quality.valueOf(word.toUpperCase(Locale.ROOT));
    }

    MeterReading reading(@Nullable ZoneOffset zone) {
        if (meter == null) {
            throw place.unfit("meter", "\"…\"");
        }
        if (unit == null) {
            throw place.unfit("unit", "\"kWh\"");
        }
        if (time == null) {
            throw place.unfit("time", "2026-11-28T08:00:00+08:00");
        }
        if ((register == null) == (interval == null)) {
            throw place.unfit("register", "register | interval");
        }
        if ((from == null) != (interval == null)) {
            throw place.unfit("from", "from + interval");
        }
        var begin = from == null ? null : from.at(zone);
        var end = time.at(zone);
        if (begin != null && !begin.isBefore(end)) {
            throw place.unfit("from", "from < time");
        }
        var value = register != null ? register : interval;
        return new MeterReading(meter, item, begin, end, Objects.requireNonNull(value), unit, quality, sequence);
    }
}
