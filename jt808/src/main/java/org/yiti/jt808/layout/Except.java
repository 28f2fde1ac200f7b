package org.yiti.jt808.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Version;

/** A meaning with one value that is no amount. */
record Except(Meaning usual, long value, Word word) implements Meaning {

    @Override
    public List<Word> of(long given, Version version) {
        return given == value ? List.of(word) : usual.of(given, version);
    }

    @Override
    public @Nullable Measure measure(long given, Version version) {
        return given == value ? null : usual.measure(given, version);
    }
}
