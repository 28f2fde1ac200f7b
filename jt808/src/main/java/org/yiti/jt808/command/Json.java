package org.yiti.jt808.command;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes values as JSON: maps, lists, texts, numbers, booleans. */
final class Json {

    private final StringBuilder out = new StringBuilder();
    private final boolean indented;

    private Json(boolean indented) {
        this.indented = indented;
    }

    static String write(Object value, boolean indented) {
        var json = new Json(indented);
        json.value(value, 0);
        return json.out.toString();
    }

    private void value(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            each('{', '}', map.entrySet().iterator(), depth, entry -> {
                text(entry.getKey().toString());
                out.append(indented ? ": " : ":");
                value(entry.getValue(), depth + 1);
            });
        } else if (value instanceof List<?> list) {
            each('[', ']', list.iterator(), depth, item -> value(item, depth + 1));
        } else if (value instanceof BigDecimal exact) {
            out.append(exact.toPlainString());
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            text(value.toString());
        }
    }

    private <E> void each(char open, char close, Iterator<E> items, int depth, java.util.function.Consumer<E> write) {
        out.append(open);
        var any = items.hasNext();
        while (items.hasNext()) {
            line(depth + 1);
            write.accept(items.next());
            if (items.hasNext()) {
                out.append(',');
            }
        }
        if (any) {
            line(depth);
        }
        out.append(close);
    }

    private void line(int depth) {
        if (indented) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void text(String text) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var one = text.charAt(i);
            if (one == '"' || one == '\\') {
                out.append('\\').append(one);
            } else if (one < ' ' || one == 0x7f || Character.isSurrogate(one) && !paired(text, i)) {
                out.append(String.format("\\u%04x", (int) one));
            } else {
                out.append(one);
            }
        }
        out.append('"');
    }

    private static boolean paired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
