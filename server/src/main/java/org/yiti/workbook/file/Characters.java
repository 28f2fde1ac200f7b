package org.yiti.workbook.file;

/** Characters that XML cannot hold, which Excel writes as _xHHHH_. */
final class Characters {

    private Characters() {}

    static String unescape(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int done = 0;
        for (; at >= 0; at = text.indexOf("_x", Math.max(at + 1, done))) {
            if (escapeAt(text, at)) {
                plain.append(text, done, at).append((char) Integer.parseInt(text, at + 2, at + 6, 16));
                done = at + 7;
            }
        }
        return plain.append(text, done, text.length()).toString();
    }

    /**
     * What {@link #unescape} turns back into this text. Blanks at the ends are escaped too, because readers may trim them,
     * and so is the carriage return, which XML turns into a line feed.
     */
    static String escape(String text) {
        int length = text.length();
        StringBuilder escaped = null;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean end = i == 0 || i == length - 1;
            if (needsEscape(text, i, c) || end && c <= ' ') {
                if (escaped == null) {
                    escaped = new StringBuilder(length + 16).append(text, 0, i);
                }
                escaped.append(String.format("_x%04X_", (int) c));
            } else if (escaped != null) {
                escaped.append(c);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || loneSurrogate(text, i, c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean needsEscape(String text, int at, char c) {
        return c < ' ' && c != '\n' && c != '\t'
                || c >= 0x7F && c < 0xA0
                || c == '_' && escapeAt(text, at)
                || c >= 0xFFFE
                || loneSurrogate(text, at, c);
    }

    private static boolean loneSurrogate(String text, int at, char c) {
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static boolean escapeAt(String text, int at) {
        if (at + 7 > text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + 6) != '_') {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'F' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }
}
