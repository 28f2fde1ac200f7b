package org.yiti.kernel;

/** Patterns for {@code like} of texts in which nothing stands for anything else. */
public final class Like {

    private Like() {}

    public static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
