package org.yiti.jt808.layout;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field, explained. A part or a list has parts instead of a value of its own.
 *
 * @param offset bytes of the unescaped frame before it, counted from the message id
 * @param value the number as it lies in the bytes, a text, or nothing to say beyond the parts
 * @param measure that number in its unit, where it has one
 * @param zone of a time: {@code GMT+8} or {@code UTC}
 * @param parts none, of a value or of an empty list
 * @param shape what it is
 */
public record Explained(
        int offset,
        Bytes raw,
        String zh,
        String key,
        Object value,
        @Nullable Measure measure,
        @Nullable String zone,
        List<Word> meaning,
        List<Explained> parts,
        Shape shape) {

    /** What a field is. */
    public enum Shape {
        VALUE,
        /** The value of an id. */
        TAGGED,
        /** The value of an id nobody here knows: bytes. */
        UNKNOWN,
        /** The value of an id, in parts. */
        TAGGED_PARTS,
        PARTS,
        LIST,
        /** Bytes no layout has taken. */
        REST
    }

    /** Keys of what identifies a person or a device, or opens a door: for whoever shows or stores an explanation. */
    private static final Set<String> SENSITIVE = Set.of(
            "phone",
            "imei",
            "iccid",
            "idCard",
            "certificate",
            "code",
            "password",
            "plate",
            "vin",
            "driver",
            "driverId",
            "driverCard",
            "card",
            "mac");

    static Explained value(int offset, Bytes raw, String zh, String key, Object value, List<Word> meaning) {
        return new Explained(offset, raw, zh, key, value, null, null, meaning, List.of(), Shape.VALUE);
    }

    static Explained parts(int offset, Bytes raw, String zh, String key, List<Explained> parts, Shape shape) {
        return new Explained(offset, raw, zh, key, "", null, null, List.of(), parts, shape);
    }

    Explained as(Shape other) {
        return new Explained(offset, raw, zh, key, value, measure, zone, meaning, parts, other);
    }

    Explained named(String otherZh, String otherKey) {
        return new Explained(offset, raw, otherZh, otherKey, value, measure, zone, meaning, parts, shape);
    }

    /** Whether it is the value of an id. */
    public boolean tagged() {
        return shape == Shape.TAGGED || shape == Shape.TAGGED_PARTS || shape == Shape.UNKNOWN;
    }

    /** Whether it consists of parts, be there none of them. */
    public boolean isGroup() {
        return shape == Shape.PARTS || shape == Shape.LIST || shape == Shape.TAGGED_PARTS;
    }

    /** The unit of its measure, or nothing. */
    public String unit() {
        return measure == null ? "" : measure.unit();
    }

    /** Whether it tells who somebody is, which device it is, or a secret. */
    public boolean isSensitive() {
        return SENSITIVE.contains(key) || key.endsWith("Password") || key.endsWith("Phone") || zh.equals("驾驶员姓名");
    }

    /** The key in words: {@code maxSpeed} is "max speed". */
    public String en() {
        return key.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
