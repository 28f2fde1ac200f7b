package org.yiti.jt808.layout;

import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Refused;
import org.yiti.jt808.Version;

/**
 * What a value with an id is when its length fits. Makers use the same id for other things of another length, so a value
 * whose length does not fit is of no known kind and stays bytes.
 */
public final class ValueKind<T> {

    private final Family family;
    private final long id;
    private final String zh;
    private final String key;
    private final Layout<T> layout;
    private final LongPredicate fits;

    public ValueKind(Family family, long id, String zh, String key, LongPredicate fits, Layout<T> layout) {
        this.family = family;
        this.id = id;
        this.zh = zh;
        this.key = key;
        this.layout = layout;
        this.fits = fits;
    }

    public Family family() {
        return family;
    }

    public long id() {
        return id;
    }

    public String zh() {
        return zh;
    }

    public String key() {
        return key;
    }

    public boolean fits(long length) {
        return fits.test(length);
    }

    /** The value, unless the bytes are none of this kind. */
    public Optional<T> read(Bytes raw, Version version) {
        if (!fits(raw.length())) {
            return Optional.empty();
        }
        try {
            return Optional.of(layout.pass(Reading.of(raw, Context.of(version))));
        } catch (Refused another) {
            return Optional.empty();
        }
    }

    public Bytes bytes(T value, Version version) {
        var out = new Output();
        new Writing<>(value, out, Context.of(version)).run(layout);
        return Bytes.of(out.toArray());
    }

    @SuppressWarnings("unchecked")
    @Nullable
    Object read(Pass<?> pass) {
        return layout.pass((Pass<T>) pass);
    }
}
