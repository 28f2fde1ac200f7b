package org.yiti.proof.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/**
 * The one text of a value (RFC 8785), so that equal acts have equal hashes. Of JSON's numbers only whole ones that every
 * reader holds exactly: a log has no use for others, and their texts are where canonical forms go wrong.
 */
public final class CanonicalJson {

    static final long MOST = (1L << 53) - 1;

    private CanonicalJson() {}

    /** Of Map (with String keys), List, String, Long, Integer, Boolean and null. */
    public static byte[] write(@Nullable Object value) {
        var text = new StringBuilder();
        append(text, value);
        return text.toString().getBytes(UTF_8);
    }

    /** The object that is written there, with names unique and numbers whole; spaces and order do not matter. */
    public static Map<String, @Nullable Object> read(byte[] json) {
        try {
            return new JsonReader(
                            UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString())
                    .object();
        } catch (CharacterCodingException notText) {
            throw new ProofRefused(Refusal.JSON_MALFORMED, Map.of("at", 0));
        }
    }

    /** The same, but refuses every text but the canonical one. */
    public static Map<String, @Nullable Object> readCanonical(byte[] json) {
        var object = read(json);
        if (!Arrays.equals(write(object), json)) {
            throw new ProofRefused(Refusal.JSON_NOT_CANONICAL);
        }
        return object;
    }

    static void append(StringBuilder text, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            appendObject(text, object);
        } else if (value instanceof List<?> list) {
            var comma = "[";
            for (var item : list) {
                append(text.append(comma), item);
                comma = ",";
            }
            text.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof String string) {
            appendString(text, string);
        } else if (value instanceof Long || value instanceof Integer) {
            text.append(whole(((Number) value).longValue()));
        } else if (value == null || value instanceof Boolean) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("No JSON for " + value.getClass());
        }
    }

    private static void appendObject(StringBuilder text, Map<?, ?> object) {
        // RFC 8785 §3.2.3 sorts by UTF-16 units, which is how Java compares strings.
        var sorted = new TreeMap<String, @Nullable Object>();
        object.forEach((name, value) -> sorted.put((String) name, value));
        var comma = "{";
        for (var member : sorted.entrySet()) {
            appendString(text.append(comma), member.getKey());
            append(text.append(':'), member.getValue());
            comma = ",";
        }
        text.append(sorted.isEmpty() ? "{}" : "}");
    }

    static void appendString(StringBuilder text, String string) {
        text.append('"');
        if (isPlain(string)) {
            text.append(string).append('"');
            return;
        }
        for (var i = 0; i < string.length(); i++) {
            var c = string.charAt(i);
            if (Character.isSurrogate(c)) {
                whole(string, i);
            }
            appendCharacter(text, c);
        }
        text.append('"');
    }

    /** Written as it is, as nearly everything in a log is. */
    private static boolean isPlain(String string) {
        for (var i = 0; i < string.length(); i++) {
            var c = string.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /** Half a character cannot be written in UTF-8. */
    private static void whole(String string, int at) {
        var isPaired = Character.isHighSurrogate(string.charAt(at))
                ? at + 1 < string.length() && Character.isLowSurrogate(string.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(string.charAt(at - 1));
        if (!isPaired) {
            throw new ProofRefused(Refusal.JSON_MALFORMED, Map.of("at", at));
        }
    }

    private static void appendCharacter(StringBuilder text, char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> {
                if (c < ' ') {
                    text.append(String.format("\\u%04x", (int) c));
                } else {
                    text.append(c);
                }
            }
        }
    }

    static long whole(long number) {
        if (Math.abs(number) > MOST || number == Long.MIN_VALUE) {
            throw new ProofRefused(Refusal.JSON_MALFORMED, Map.of("at", 0));
        }
        return number;
    }
}
