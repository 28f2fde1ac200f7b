package org.yiti.kernel;

import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Rows that are stored many at a time, among which one may be that no database will ever take: a figure out of range, a
 * character that cannot be kept, a constraint. Tried again it fails again, and all that came with it would wait for ever.
 */
public final class Unstorable {

    /** Out of range and its like; constraints; more than an index can hold (SQLSTATE classes of PostgreSQL, appendix A). */
    private static final List<String> OF_THE_DATA = List.of("22", "23", "54");

    private Unstorable() {}

    /** Whether it is the data that failed. Whatever else it was may go well the next time. */
    public static boolean is(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                var state = sql.getSQLState();
                return OF_THE_DATA.stream().anyMatch(state::startsWith);
            }
        }
        return false;
    }

    /**
     * Stores all of them together; where the data fail, by halves, until those are found alone that cannot be stored. Other
     * failures are thrown, and some may have been stored by then: storing again must do no harm.
     *
     * @param store takes them together or not at all
     * @param bad told of each that cannot be stored, after what came before it has been stored
     */
    public static <T> void apart(List<T> all, Consumer<List<T>> store, BiConsumer<T, RuntimeException> bad) {
        try {
            store.accept(all);
        } catch (RuntimeException failure) {
            if (!is(failure)) {
                throw failure;
            }
            if (all.size() == 1) {
                bad.accept(all.get(0), failure);
            } else {
                var half = all.size() / 2;
                apart(all.subList(0, half), store, bad);
                apart(all.subList(half, all.size()), store, bad);
            }
        }
    }

    /** In the words of the database, without the values that it quotes. */
    public static String why(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                // of a batch the first tells the whole statement, values and all
                var reason = sql.getNextException() == null ? sql : sql.getNextException();
                var message = String.valueOf(reason.getMessage());
                var line = message.indexOf('\n');
                return sql.getSQLState() + " " + (line < 0 ? message : message.substring(0, line));
            }
        }
        return String.valueOf(failure.getMessage());
    }
}
