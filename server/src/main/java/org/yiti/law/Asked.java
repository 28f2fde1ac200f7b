package org.yiti.law;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question of a rule with what changes from one time of asking to the next put in: {@code :as_of}, the day it is asked
 * for, and {@code :judged(column)}, whether the institution in this column is among those that are judged.
 *
 * <p>A question need not say {@code :judged}, since what it finds is cut to the judged institutions anyway. One that
 * works something out before it joins (a materialized part, a part that groups) says it there, or everybody's rows are
 * gone through to judge one institution.
 */
public final class Asked {

    private static final Pattern DAY = Pattern.compile("(?<!:):as_of\\b");
    private static final Pattern JUDGED = Pattern.compile("(?<!:):judged\\(([\\w.]+)\\)");

    private Asked() {}

    /** @param institutions those that are judged; null for all */
    public static String on(LocalDate day, @Nullable Set<UUID> institutions, String question) {
        var dated = DAY.matcher(question).replaceAll("date '" + day + "'");
        return JUDGED.matcher(dated)
                .replaceAll(judged ->
                        institutions == null ? "true" : Matcher.quoteReplacement(among(judged.group(1), institutions)));
    }

    /** @param column name of a column with ids of institutions, never from outside */
    public static String among(String column, Set<UUID> institutions) {
        return institutions.stream()
                .map(id -> "'" + id + "'")
                .collect(joining(", ", column + " = any (array[", "]::uuid[])"));
    }
}
