package org.yiti.jt808.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yiti.jt808.Version;

/** What a number stands for, for whoever reads an explanation; decoding and encoding never ask. */
public interface Meaning {

    Meaning NONE = (value, version) -> List.of();
    Meaning SECONDS = unit("s");
    Meaning METRES = unit("m");
    Meaning KMH = unit("km/h");
    Meaning DEGREES = scaled("°", 1_000_000);
    Meaning TENTH_KMH = scaled("km/h", 10);

    List<Word> of(long value, Version version);

    default String unit() {
        return "";
    }

    static Meaning unit(String unit) {
        return new Scale(unit, 1);
    }

    /** The number counts parts of the unit: 605 is 60.5 km/h where there are ten of them. */
    static Meaning scaled(String unit, int parts) {
        return new Scale(unit, parts);
    }

    /** One line a value: {@code 0 成功 success}. */
    static Meaning codes(String lines) {
        var words = table(lines);
        return (value, version) -> {
            var word = words.get(value);
            return word == null ? List.of() : List.of(word);
        };
    }

    /** One line a bit: {@code 0 ACC开 ACC on}; bits that are 0 say nothing. */
    static Meaning bits(String lines) {
        var words = table(lines);
        return (value, version) -> {
            var said = new ArrayList<Word>();
            for (var bit = 0; bit < 64; bit++) {
                if ((value >>> bit & 1) != 0) {
                    said.add(words.getOrDefault((long) bit, new Word("第" + bit + "位", "bit " + bit)));
                }
            }
            return said;
        };
    }

    private static Map<Long, Word> table(String lines) {
        var words = new TreeMap<Long, Word>();
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            var space = line.indexOf(' ');
            words.put(Long.decode(line.substring(0, space)), Word.parse(line.substring(space + 1)));
        });
        return words;
    }

    /** So many parts of a unit. */
    record Scale(String unit, int parts) implements Meaning {

        @Override
        public List<Word> of(long value, Version version) {
            if (parts == 1) {
                return List.of();
            }
            var said = (double) value / parts + " " + unit;
            return List.of(new Word(said, said));
        }
    }
}
