package org.yiti.document.layout;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Text as letters: which may be printed, how wide each is, and in which face. */
final class Letters {

    static final double POINT = 25.4 / 72;
    private static final int THOUSANDTHS = 1000;
    private static final double LOWERED = 0.65;
    private static final BaseFont TIMES = standard(BaseFont.TIMES_ROMAN);
    private static final BaseFont TIMES_BOLD = standard(BaseFont.TIMES_BOLD);
    private static final BaseFont HELVETICA_BOLD = standard(BaseFont.HELVETICA_BOLD);

    private Letters() {}

    private static BaseFont standard(String name) {
        try {
            return BaseFont.createFont(name, BaseFont.WINANSI, BaseFont.NOT_EMBEDDED);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** One line of it: what is not to be seen, or would turn the order of what is, is left out; half a letter becomes one. */
    static String printable(String line) {
        var said = new StringBuilder();
        line.codePoints().forEach(letter -> {
            var type = Character.getType(letter);
            if (letter == '\t' || letter == '\u3000' && said.length() == 0) {
                said.append(' ');
            } else if (type == Character.SURROGATE) {
                said.append('\uFFFD');
            } else if (type != Character.CONTROL && type != Character.FORMAT && type != Character.UNASSIGNED) {
                said.appendCodePoint(letter);
            }
        });
        return said.toString();
    }

    static boolean isLatin(int letter) {
        return letter >= ' ' && letter <= '~' || letter >= 0xA0 && letter <= 0xFF;
    }

    /** As in CO₂: few fonts have these, and every font has digits. */
    private static boolean isLowered(int letter) {
        return letter >= '₀' && letter <= '₉';
    }

    private static int digit(int lowered) {
        return lowered - '₀' + '0';
    }

    /** In millimetres. */
    static double width(int letter, Face face, double size) {
        if (Character.getType(letter) == Character.NON_SPACING_MARK) {
            return 0;
        }
        if (isLowered(letter)) {
            return width(digit(letter), face, size * LOWERED);
        }
        if (!isLatin(letter)) {
            return size * POINT;
        }
        var font = switch (face.latin()) {
            case TITLE_LATIN -> TIMES_BOLD;
            case HEADING_LATIN -> HELVETICA_BOLD;
            default -> TIMES;
        };
        return font.getWidth(letter) * size * POINT / THOUSANDTHS;
    }

    static double width(String words, Face face, double size) {
        return words.codePoints()
                .mapToDouble(letter -> width(letter, face, size))
                .sum();
    }

    /** The line in pieces of one face each. A letter beyond the first plane stands alone: readers count it as one or as two. */
    static List<Mark.Text> set(double x, double y, Face face, double size, String line, int ink) {
        var set = new ArrayList<Mark.Text>();
        var letters = line.codePoints().toArray();
        var at = x;
        for (var from = 0; from < letters.length; ) {
            var to = from + 1;
            while (to < letters.length && kind(letters[to]) == kind(letters[from]) && kind(letters[from]) < 2) {
                to++;
            }
            var advances = new ArrayList<Double>();
            for (var i = from; i < to; i++) {
                advances.add(width(letters[i], face, size));
            }
            var piece = new String(letters, from, to - from);
            var text = isLowered(letters[from])
                    ? new Mark.Text(
                            at,
                            y + LOWERED * size * POINT / 4,
                            face.latin(),
                            size * LOWERED,
                            Character.toString(digit(letters[from])),
                            advances,
                            ink,
                            0)
                    : new Mark.Text(at, y, isLatin(letters[from]) ? face.latin() : face, size, piece, advances, ink, 0);
            set.add(text);
            at += text.width();
            from = to;
        }
        return set;
    }

    private static int kind(int letter) {
        return isLatin(letter) ? 0 : letter < Character.MIN_SUPPLEMENTARY_CODE_POINT && !isLowered(letter) ? 1 : 2;
    }
}
