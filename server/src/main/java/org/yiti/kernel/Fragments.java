package org.yiti.kernel;

import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;

/** What {@code kernel.fragments} of a text must hold for a part of it to be in there: each two neighbouring characters. */
public final class Fragments {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final int MOST = 30;

    private Fragments() {}

    /** Of each word by itself: which signs are spaces the database has its own opinion of. */
    public static String[] of(String wanted) {
        var all = new ArrayList<String>();
        for (var word : SPACES.split(wanted.toLowerCase(Locale.ROOT))) {
            var points = word.codePoints().limit(MOST).toArray();
            for (var i = 0; i < points.length; i++) {
                all.add(new String(points, i, Math.min(2, points.length - i)));
            }
        }
        return all.toArray(String[]::new);
    }
}
