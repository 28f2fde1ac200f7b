package org.yiti.jt808.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Version;

/** Two meanings of one number; the first that measures it counts. */
record Both(Meaning first, Meaning second) implements Meaning {

    @Override
    public List<Word> of(long value, Version version) {
        var said = new ArrayList<>(first.of(value, version));
        said.addAll(second.of(value, version));
        return said;
    }

    @Override
    public @Nullable Measure measure(long value, Version version) {
        var measure = first.measure(value, version);
        return measure == null ? second.measure(value, version) : measure;
    }
}
