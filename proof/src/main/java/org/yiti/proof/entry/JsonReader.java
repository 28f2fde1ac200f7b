package org.yiti.proof.entry;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.Refusal;

/** Reads JSON (RFC 8259) with whole numbers, and refuses whatever two readers might take differently. */
final class JsonReader {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 17;

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    Map<String, @Nullable Object> object() {
        skipSpace();
        if (peek() != '{') {
            throw refused();
        }
        var object = members();
        skipSpace();
        if (at < text.length()) {
            throw refused();
        }
        return object;
    }

    private @Nullable Object value() {
        skipSpace();
        return switch (peek()) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> members() {
        enter();
        var members = new LinkedHashMap<String, @Nullable Object>();
        if (!closes('}')) {
            do {
                skipSpace();
                var name = string();
                skipSpace();
                expect(':');
                if (members.containsKey(name)) {
                    throw refused();
                }
                members.put(name, value());
            } while (goesOn('}'));
        }
        depth--;
        return members;
    }

    private List<@Nullable Object> items() {
        enter();
        var items = new ArrayList<@Nullable Object>();
        if (!closes(']')) {
            do {
                items.add(value());
            } while (goesOn(']'));
        }
        depth--;
        return items;
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw refused();
        }
    }

    private boolean closes(char end) {
        skipSpace();
        if (peek() == end) {
            at++;
            return true;
        }
        return false;
    }

    private boolean goesOn(char end) {
        if (closes(end)) {
            return false;
        }
        expect(',');
        return true;
    }

    private String string() {
        expect('"');
        var string = new StringBuilder();
        while (peek() != '"') {
            var c = next();
            if (c < ' ') {
                throw refused();
            }
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        var c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> hexadecimal();
            default -> throw refused();
        };
    }

    private char hexadecimal() {
        var c = 0;
        for (var i = 0; i < 4; i++) {
            var digit = next();
            if (!HexFormat.isHexDigit(digit)) {
                throw refused();
            }
            c = c << 4 | HexFormat.fromHexDigit(digit);
        }
        return (char) c;
    }

    private Long number() {
        var from = at;
        if (peek() == '-') {
            at++;
        }
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        var digits = text.substring(from, at);
        if (digits.length() > LONGEST_NUMBER || !digits.matches("0|-?[1-9][0-9]*")) {
            throw refused();
        }
        var number = Long.parseLong(digits);
        if (Math.abs(number) > CanonicalJson.MOST) {
            throw refused();
        }
        return number;
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw refused();
        }
        at += word.length();
        return meaning;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char c) {
        if (next() != c) {
            throw refused();
        }
    }

    private char next() {
        var c = peek();
        at++;
        return c;
    }

    private char peek() {
        if (at >= text.length()) {
            throw refused();
        }
        return text.charAt(at);
    }

    private ProofRefused refused() {
        return new ProofRefused(Refusal.JSON_MALFORMED, Map.of("at", at));
    }
}
