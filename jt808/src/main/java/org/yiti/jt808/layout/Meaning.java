package org.yiti.jt808.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Version;

/** What a number stands for, for whoever reads an explanation; decoding and encoding never ask. */
public interface Meaning {

    Meaning NONE = (value, version) -> List.of();
    Scale SECONDS = unit("s");
    Scale METRES = unit("m");
    /** The standard has no sign for places below the sea; terminals send two's complement. */
    Scale ALTITUDE = unit("m").as(value -> (short) value);

    Scale KMH = unit("km/h");
    Scale PERCENT = unit("%");
    Scale DEGREES = scaled("°", 1_000_000);
    Scale TENTH_KMH = scaled("km/h", 10);

    List<Word> of(long value, Version version);

    /** The number in its unit, where it has one. */
    default @Nullable Measure measure(long value, Version version) {
        return null;
    }

    /** That value has no measure, but a meaning of its own, such as "invalid". */
    default Meaning except(long value, String zh, String en) {
        return new Except(this, value, new Word(zh, en));
    }

    /** Says what the other one says as well. */
    default Meaning and(Meaning more) {
        return new Both(this, more);
    }

    static Scale unit(String unit) {
        return new Scale(unit, 1, value -> value);
    }

    /** The number counts parts of the unit: 605 is 60.5 km/h where there are ten of them. */
    static Scale scaled(String unit, int parts) {
        return new Scale(unit, parts, value -> value);
    }

    /** As tables of fields have it: {@code km/h}, {@code 0.1km/h}, {@code °C-40} for one that counts from -40; a dash is none. */
    static Meaning ofUnit(String text) {
        if (text.equals("-")) {
            return NONE;
        }
        var parts = text.startsWith("0.001") ? 1000 : text.startsWith("0.01") ? 100 : text.startsWith("0.1") ? 10 : 1;
        var zero = text.indexOf('-');
        var unit = (zero < 0 ? text : text.substring(0, zero)).replaceFirst("^0\\.0*1", "");
        var below = zero < 0 ? 0 : (long) parts * Integer.parseInt(text.substring(zero + 1));
        return scaled(unit, parts).as(value -> value - below);
    }

    /** One line a value: {@code 0 成功 success}. */
    static Meaning codes(String lines) {
        var words = table(lines);
        return (value, version) -> {
            var word = words.get(value);
            return word == null ? List.of() : List.of(word);
        };
    }

    /** One line a bit: {@code 0 ACC开 ACC on}; bits that are 0 say nothing, and those without a line are reserved. */
    static Meaning bits(String lines) {
        var words = table(lines);
        return (value, version) -> {
            var said = new ArrayList<Word>();
            for (var bit = 0; bit < 64; bit++) {
                if ((value >>> bit & 1) != 0) {
                    said.add(words.getOrDefault((long) bit, reserved(bit)).at(bit));
                }
            }
            return said;
        };
    }

    /** What a bit says that no table has. */
    static Word reserved(int bit) {
        return new Word("第" + bit + "位(保留)", "bit " + bit + " (reserved)", bit);
    }

    private static Map<Long, Word> table(String lines) {
        var words = new TreeMap<Long, Word>();
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            var space = line.indexOf(' ');
            words.put(Long.decode(line.substring(0, space)), Word.parse(line.substring(space + 1)));
        });
        return words;
    }
}
