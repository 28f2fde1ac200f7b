package org.yiti.kernel;

import org.jspecify.annotations.Nullable;

/** Text as PostgreSQL's COPY reads it. */
public final class CopyText {

    private CopyText() {}

    /** @param text null for SQL's null */
    public static void append(StringBuilder out, @Nullable String text) {
        if (text == null) {
            out.append("\\N");
            return;
        }
        if (isPlain(text)) {
            out.append(text);
            return;
        }
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
    }

    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }
}
