package org.yiti.jt808.layout;

import java.util.List;

/**
 * One field, explained. A part or a list has parts instead of a value of its own.
 *
 * @param offset bytes of the unescaped frame before it, counted from the message id
 * @param value a number, a text, or nothing to say beyond the parts
 */
public record Explained(
        int offset,
        Bytes raw,
        String zh,
        String key,
        Object value,
        String unit,
        List<Word> meaning,
        List<Explained> parts) {

    /** The key in words: {@code maxSpeed} is "max speed". */
    public String en() {
        return key.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
    }
}
