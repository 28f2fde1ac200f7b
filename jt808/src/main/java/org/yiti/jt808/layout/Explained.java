package org.yiti.jt808.layout;

import java.util.List;
import java.util.Locale;

/**
 * One field, explained. A part or a list has parts instead of a value of its own.
 *
 * @param offset bytes of the unescaped frame before it, counted from the message id
 * @param value a number, a text, or nothing to say beyond the parts
 * @param tagged whether it is the value of an id
 */
public record Explained(
        int offset,
        Bytes raw,
        String zh,
        String key,
        Object value,
        String unit,
        List<Word> meaning,
        List<Explained> parts,
        boolean tagged) {

    Explained(
            int offset,
            Bytes raw,
            String zh,
            String key,
            Object value,
            String unit,
            List<Word> meaning,
            List<Explained> parts) {
        this(offset, raw, zh, key, value, unit, meaning, parts, false);
    }

    Explained asTagged() {
        return new Explained(offset, raw, zh, key, value, unit, meaning, parts, true);
    }

    /** The key in words: {@code maxSpeed} is "max speed". */
    public String en() {
        return key.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
