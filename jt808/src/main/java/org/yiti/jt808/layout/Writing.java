package org.yiti.jt808.layout;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;

/** Encodes: asks every getter and puts what it says. */
public final class Writing<T> extends Pass<T> {

    private final Output out;
    private Object source;

    public Writing(T source, Output out, Context context) {
        super(context);
        this.source = source;
        this.out = out;
    }

    public void run(Layout<T> layout) {
        layout.pass(this);
    }

    @SuppressWarnings("unchecked")
    private T source() {
        return (T) source;
    }

    private void put(Width width, String key, long value) {
        if (value < 0 || value > width.most()) {
            throw new Refused(Refusal.VALUE_OUTSIDE, out.size(), Map.of("field", key, "value", value));
        }
        out.put(width.bytes(), value);
    }

    @Override
    int number(Width width, String zh, String key, Meaning meaning, ToIntFunction<? super T> get) {
        var value = get.applyAsInt(source());
        put(width, key, value);
        return value;
    }

    @Override
    public long dword(String zh, String key, Meaning meaning, ToLongFunction<? super T> get) {
        var value = get.applyAsLong(source());
        put(Width.DWORD, key, value);
        return value;
    }

    @Override
    <V> V value(Form<V> form, int length, String zh, String key, Function<? super T, V> get) {
        var value = get.apply(source());
        var bytes = form.bytes(value);
        var room = length == Reading.REST ? bytes.length() : length;
        if (bytes.length() > room) {
            throw new Refused(
                    Refusal.TEXT_TOO_LONG, out.size(), Map.of("field", key, "most", room, "has", bytes.length()));
        }
        if (form.padsInFront()) {
            out.fill(room - bytes.length(), form.padding());
        }
        out.put(bytes);
        if (!form.padsInFront()) {
            out.fill(room - bytes.length(), form.padding());
        }
        return value;
    }

    @Override
    <V> V value(Form<V> form, Width prefix, String zh, String key, Function<? super T, V> get) {
        var value = get.apply(source());
        var bytes = form.bytes(value);
        put(prefix, key, bytes.length());
        out.put(bytes);
        return value;
    }

    @Override
    public <I> I item(String zh, String key, Function<? super T, I> get, Layout<I> layout) {
        return inside(get.apply(source()), layout);
    }

    @Override
    public <I> @Nullable I optional(String zh, String key, Function<? super T, @Nullable I> get, Layout<I> layout) {
        var value = get.apply(source());
        return value == null ? null : inside(value, layout);
    }

    @Override
    <I> List<I> list(
            int count, boolean lenient, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout) {
        var items = get.apply(source());
        if (!lenient && items.size() != count) {
            throw new Refused(Refusal.VALUE_OUTSIDE, out.size(), Map.of("field", key, "value", items.size()));
        }
        items.forEach(item -> inside(item, layout));
        return items;
    }

    @Override
    public <I> List<I> list(Width count, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout) {
        var items = get.apply(source());
        put(count, key, items.size());
        items.forEach(item -> inside(item, layout));
        return items;
    }

    @Override
    public <I> I sized(Width length, String zh, String key, Function<? super T, I> get, Layout<I> layout) {
        var at = out.size();
        out.fill(length.bytes(), 0);
        var item = inside(get.apply(source()), layout);
        var has = out.size() - at - length.bytes();
        if (has > length.most()) {
            throw new Refused(Refusal.VALUE_OUTSIDE, at, Map.of("field", key, "value", has));
        }
        out.patch(at, length, has);
        return item;
    }

    @Override
    public Bytes tagged(Width length, long id, Family family, Function<? super T, Bytes> get) {
        return value(Form.BYTES, length, "值", "value", get);
    }

    @Override
    public Bytes tagged(long id, Family family, Function<? super T, Bytes> get) {
        return value(Form.BYTES, Reading.REST, "值", "value", get);
    }

    @Override
    public int decide(ToIntFunction<Look> reading, ToIntFunction<? super T> writing) {
        return writing.applyAsInt(source());
    }

    @SuppressWarnings("unchecked")
    private <I> I inside(I item, Layout<I> layout) {
        var outer = source;
        source = item;
        try {
            layout.pass((Pass<I>) this);
            return item;
        } finally {
            source = outer;
        }
    }
}
