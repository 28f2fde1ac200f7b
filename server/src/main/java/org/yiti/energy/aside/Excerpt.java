package org.yiti.energy.aside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;

/**
 * What a batch says around the place where it is wrong, fit to be looked at: strangers wrote it.
 *
 * @param before up to that place
 * @param after from it on
 */
record Excerpt(String before, String after) {

    private static final int MOST = 400;
    private static final int CONTROL_PICTURES = 0x2400;
    private static final char NOT_SHOWN = '\uFFFD';

    /** @param place {@code line} and {@code column} in bytes, counted from 1; without them its beginning */
    static Excerpt of(byte[] content, Map<String, ?> place) {
        var at = place.get("line") instanceof Integer line && place.get("column") instanceof Integer column
                ? place(content, line, column)
                : 0;
        return new Excerpt(
                shown(Arrays.copyOfRange(content, Math.max(0, at - MOST), at)),
                shown(Arrays.copyOfRange(content, at, Math.min(content.length, at + MOST))));
    }

    private static int place(byte[] content, int line, int column) {
        var start = 0;
        for (var passed = 1; passed < line && start < content.length; start++) {
            if (content[start] == '\n') {
                passed++;
            }
        }
        return (int) Math.min(content.length, start + (long) Math.max(1, column) - 1);
    }

    /** Neither what is no text nor what would turn the text around is passed on. */
    private static String shown(byte[] part) {
        var text = new StringBuilder(new String(part, UTF_8));
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t') {
                text.setCharAt(i, (char) (CONTROL_PICTURES + c));
            } else if (c != '\n'
                    && c != '\t'
                    && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
                text.setCharAt(i, NOT_SHOWN);
            }
        }
        return text.toString();
    }
}
