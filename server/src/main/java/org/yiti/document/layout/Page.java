package org.yiti.document.layout;

import java.util.List;

/**
 * A page as it is seen.
 *
 * @param behind watermarks, which lie under everything
 * @param entries chapters that begin on it
 */
public record Page(int number, List<Mark> behind, List<Mark> marks, List<Entry> entries) {

    public static final double WIDTH = 210;
    public static final double HEIGHT = 297;

    /** A line of the table of contents. */
    public record Entry(int level, String words, double y) {}
}
