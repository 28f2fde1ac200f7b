package org.yiti.jt808.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;

/** Reads JSON into maps, lists, texts, whole numbers and booleans; what is deeper than it need be is refused. */
final class JsonReader {

    private static final int DEEPEST = 64;

    private final String json;
    private int at;

    private JsonReader(String json) {
        this.json = json;
    }

    static Map<String, Object> object(String json) {
        var reader = new JsonReader(json);
        var value = reader.value(0);
        reader.space();
        if (reader.at != json.length() || !(value instanceof Map<?, ?>)) {
            throw reader.malformed();
        }
        @SuppressWarnings("unchecked")
        var object = (Map<String, Object>) value;
        return object;
    }

    private Object value(int depth) {
        space();
        if (depth > DEEPEST) {
            throw malformed();
        }
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> items(depth);
            case '"' -> text();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", "");
            default -> number();
        };
    }

    private Map<String, Object> members(int depth) {
        var members = new LinkedHashMap<String, Object>();
        at++;
        space();
        while (peek() != '}') {
            var key = text();
            space();
            need(':');
            members.put(key, value(depth + 1));
            space();
            if (peek() != '}') {
                need(',');
                space();
            }
        }
        at++;
        return members;
    }

    private List<Object> items(int depth) {
        var items = new ArrayList<Object>();
        at++;
        space();
        while (peek() != ']') {
            items.add(value(depth + 1));
            space();
            if (peek() != ']') {
                need(',');
            }
        }
        at++;
        return items;
    }

    private String text() {
        need('"');
        var text = new StringBuilder();
        while (peek() != '"') {
            var one = next();
            text.append(one == '\\' ? escaped() : one);
        }
        at++;
        return text.toString();
    }

    private char escaped() {
        var one = next();
        return switch (one) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            case '"', '\\', '/' -> one;
            default -> throw malformed();
        };
    }

    private char unicode() {
        var code = 0;
        for (var i = 0; i < 4; i++) {
            var digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw malformed();
            }
            code = code << 4 | digit;
        }
        return (char) code;
    }

    private Long number() {
        var start = at;
        while (at < json.length() && "+-0123456789".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Long.valueOf(json.substring(start, at));
        } catch (NumberFormatException noWholeNumber) {
            throw malformed();
        }
    }

    private Object literal(String word, Object value) {
        if (!json.startsWith(word, at)) {
            throw malformed();
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at == json.length()) {
            throw malformed();
        }
        return json.charAt(at);
    }

    private char next() {
        var one = peek();
        at++;
        return one;
    }

    private void need(char wanted) {
        if (next() != wanted) {
            at--;
            throw malformed();
        }
    }

    private Refused malformed() {
        return new Refused(Refusal.JSON_MALFORMED, at, Map.of());
    }
}
