package org.yiti.demonstration;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of one ledger in the order they were made, found again by their natural key. */
final class Table<R extends Record> {
    private final Class<R> kind;
    private final Function<R, String> key;
    private final Map<String, R> rows = new LinkedHashMap<>();

    Table(Class<R> kind, Function<R, String> key) {
        this.kind = kind;
        this.key = key;
    }

    R add(R row) {
        if (rows.putIfAbsent(key.apply(row), row) != null) {
            throw new IllegalStateException(kind.getSimpleName() + " " + key.apply(row) + " is there already");
        }
        return row;
    }

    R get(String of) {
        R row = rows.get(of);
        if (row == null) {
            throw new NoSuchElementException(kind.getSimpleName() + " " + of);
        }
        return row;
    }

    R change(R row, @Nullable Object... namesAndValues) {
        R changed = Rows.with(get(key.apply(row)), namesAndValues);
        rows.remove(key.apply(changed).equals(key.apply(row)) ? "" : key.apply(row));
        rows.put(key.apply(changed), changed);
        return changed;
    }

    void remove(R row) {
        rows.remove(key.apply(row));
    }

    Collection<R> all() {
        return rows.values();
    }

    Stream<R> where(Predicate<R> test) {
        return rows.values().stream().filter(test);
    }
}
