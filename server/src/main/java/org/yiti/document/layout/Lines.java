package org.yiti.document.layout;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines as Chinese is set: anywhere but in a Latin word, before a closing mark or after an opening one. */
final class Lines {

    private static final String NEVER_FIRST = "，。、；：？！）》」』】〉〕”’％…—·,.;:?!)]}%>";
    private static final String NEVER_LAST = "（《「『【〈〔“‘([{<";
    private static final double ROUNDING = 1e-6;

    private final Face face;
    private final double size;
    private final double width;
    private final List<String> lines = new ArrayList<>();

    private Lines(Face face, double size, double width) {
        this.face = face;
        this.size = size;
        this.width = width;
    }

    /** @param indent how much shorter the first line of each paragraph is */
    static List<String> of(String words, Face face, double size, double width, double indent) {
        var broken = new Lines(face, size, width);
        words.lines().forEach(paragraph -> broken.paragraph(Letters.printable(paragraph), indent));
        return broken.lines;
    }

    private void paragraph(String words, double indent) {
        var letters = words.codePoints().toArray();
        var room = width - indent;
        var from = 0;
        while (from < letters.length) {
            var to = end(letters, from, room);
            var line = new String(letters, from, to - from).stripTrailing();
            if (!line.isEmpty() || lines.isEmpty()) {
                lines.add(line);
            }
            from = to;
            while (from < letters.length && letters[from] == ' ') {
                from++;
            }
            room = width;
        }
    }

    /** Where the line that begins there ends: never where it began, however long a word or narrow a column. */
    private int end(int[] letters, int from, double room) {
        var used = 0d;
        var last = from;
        for (var i = from; i < letters.length; i++) {
            if (i > from && mayBreak(letters[i - 1], letters[i])) {
                last = i;
            }
            used += Letters.width(letters[i], face, size);
            if (used > room + ROUNDING && letters[i] != ' ') {
                return last > from ? last : Math.max(from + 1, i);
            }
        }
        return letters.length;
    }

    private static boolean mayBreak(int before, int after) {
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0 || after == ' ') {
            return false;
        }
        if (Character.getType(after) == Character.NON_SPACING_MARK || after >= '₀' && after <= '₉') {
            return false;
        }
        return before == ' ' || before == '/' || !Letters.isLatin(before) || !Letters.isLatin(after);
    }
}
