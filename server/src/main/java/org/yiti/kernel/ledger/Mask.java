package org.yiti.kernel.ledger;

import java.util.Set;
import java.util.regex.Pattern;

/** What is left of a value that may not be seen: enough to tell rows apart at a glance, too little to know. */
public enum Mask {
    /** 张三丰 → 张**; a name of one character is not shown at all. */
    NAME("[^*]\\*+") {
        @Override
        String of(int[] points) {
            return points.length < 2 ? HIDDEN : kept(points, 1, 0);
        }
    },
    /** 13812345678 → 138****5678, 0571-87654321 → 0571****4321 */
    PHONE("[^*]{3}\\*{4}[^*]{2}([^*]{2})?|[^*]{4}\\*{4}[^*]{4}") {
        @Override
        String of(int[] points) {
            return points.length < 7 ? HIDDEN : ends(points, points.length > 11 ? 4 : 3, points.length < 9 ? 2 : 4);
        }
    },
    /** 330102199003071234 → 330102********1234: the place of registration and the last four. */
    ID_NUMBER("[^*]{6}\\*{5,}[^*]{4}") {
        @Override
        String of(int[] points) {
            return points.length < 15 ? HIDDEN : kept(points, 6, 4);
        }
    },
    /** 6222021234567890123 → ***************0123 */
    CARD("\\*{4,}[^*]{4}") {
        @Override
        String of(int[] points) {
            return points.length < 8 ? HIDDEN : kept(points, 0, 4);
        }
    },
    /** Nothing is left: a place, a position, a free text. */
    ALL("\\*{3}") {
        @Override
        String of(int[] points) {
            return HIDDEN;
        }
    };

    public static final String HIDDEN = "***";
    /** In place of a value whose key is gone for good. */
    public static final String DESTROYED = "†††";
    /** In place of a value that cannot be decrypted: damaged, or encrypted with another key. Pages have a word for it. */
    public static final String UNREADABLE = "‡‡‡";
    /** As a file has it. */
    public static final String UNREADABLE_WORD = "无法解密";

    private static final Set<String> INSTEAD = Set.of(HIDDEN, DESTROYED, UNREADABLE, UNREADABLE_WORD);

    private static final String BETWEEN = "****";

    private final Pattern left;

    Mask(String left) {
        this.left = Pattern.compile(left);
    }

    abstract String of(int[] points);

    /** Of how many characters a text had nothing is told where nothing of it is shown. */
    public Masked of(Object value) {
        return new Masked(of(value.toString().strip().codePoints().toArray()));
    }

    public static Masked destroyed() {
        return new Masked(DESTROYED);
    }

    public static Masked unreadable() {
        return new Masked(UNREADABLE);
    }

    /** Whether a text looks like what this mask leaves, or stands where nothing could be shown, come back in a form or a workbook. */
    public boolean left(String text) {
        return INSTEAD.contains(text.strip()) || left.matcher(text.strip()).matches();
    }

    /** Whether a text is half a value: neither what this mask leaves nor anything that stood there before. */
    public boolean isHalf(String text) {
        return this != ALL && text.contains("*") && !left(text);
    }

    private static String kept(int[] points, int first, int last) {
        return text(points, 0, first)
                + "*".repeat(points.length - first - last)
                + text(points, points.length - last, last);
    }

    private static String ends(int[] points, int first, int last) {
        return text(points, 0, first) + BETWEEN + text(points, points.length - last, last);
    }

    private static String text(int[] points, int from, int length) {
        return new String(points, from, length);
    }
}
