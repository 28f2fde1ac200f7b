package org.yiti.jt808.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;

/** Decodes: takes every field from bytes and never looks at a getter. */
public class Reading<T> extends Pass<T> implements Look {

    static final int REST = -1;

    private final byte[] array;
    private final int origin;
    private int at;
    private int limit;

    /** Offsets of refusals count from {@code origin} in the array. */
    public Reading(byte[] array, int origin, int from, int to, Context context) {
        super(context);
        this.array = array;
        this.origin = origin;
        this.at = from;
        this.limit = to;
    }

    public static <T> Reading<T> of(Bytes bytes, Context context) {
        return of(bytes, 0, context);
    }

    /** Offsets of refusals count from so many bytes before. */
    public static <T> Reading<T> of(Bytes bytes, int before, Context context) {
        return new Reading<>(
                bytes.array(), bytes.from() - before, bytes.from(), bytes.from() + bytes.length(), context);
    }

    public final T run(Layout<T> layout) {
        return layout.pass(this);
    }

    /** Bytes read so far, counted from the origin. */
    public final int position() {
        return at - origin;
    }

    @Override
    public final int remaining() {
        return limit - at;
    }

    @Override
    public final int peek(int ahead) {
        return ahead >= 0 && ahead < limit - at ? array[at + ahead] & 0xff : -1;
    }

    public final Bytes left() {
        return Bytes.of(array, at, limit - at);
    }

    final Bytes between(int from, int to) {
        return Bytes.of(array, from + origin, to - from);
    }

    final long take(int width, String key) {
        need(width, key);
        var value = 0L;
        for (var end = at + width; at < end; at++) {
            value = value << 8 | array[at] & 0xff;
        }
        return value;
    }

    private void need(long needs, String key) {
        if (needs > limit - at) {
            throw new Refused(
                    Refusal.FIELD_BEYOND_END, position(), Map.of("field", key, "needs", needs, "has", limit - at));
        }
    }

    @Override
    int number(Width width, String zh, String key, Meaning meaning, ToIntFunction<? super T> get) {
        return (int) take(width.bytes(), key);
    }

    @Override
    public long dword(String zh, String key, Meaning meaning, ToLongFunction<? super T> get) {
        return take(4, key);
    }

    @Override
    <V> V value(Form<V> form, int length, String zh, String key, Function<? super T, V> get) {
        var takes = length == REST ? limit - at : length;
        need(takes, key);
        var value = form.read(array, at, takes);
        at += takes;
        return value;
    }

    @Override
    <V> V value(Form<V> form, Width prefix, String zh, String key, Function<? super T, V> get) {
        var length = take(prefix.bytes(), key);
        need(length, key);
        var value = form.read(array, at, (int) length);
        at += (int) length;
        return value;
    }

    @Override
    public <I> I item(String zh, String key, Function<? super T, I> get, Layout<I> layout) {
        return layout.pass(inner());
    }

    @Override
    public <I> @Nullable I optional(String zh, String key, Function<? super T, @Nullable I> get, Layout<I> layout) {
        return at == limit ? null : item(zh, key, get::apply, layout);
    }

    @Override
    <I> List<I> list(
            int count, boolean lenient, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout) {
        var items = new ArrayList<I>();
        var whole = true;
        while (whole && items.size() < count && (at < limit || !lenient)) {
            whole = take(items, lenient, zh, key, layout);
        }
        if (lenient && count < Integer.MAX_VALUE) {
            if (whole && at < limit) {
                beyond(items, zh, key, layout);
            }
            if (items.size() != count) {
                deviates(Refusal.COUNT_DIFFERS, Map.of("field", key, "declared", count, "has", items.size()));
            }
        } else if (!whole) {
            deviates(Refusal.ITEM_CUT_OFF, Map.of("field", key, "number", items.size() + 1, "has", limit - at));
        }
        return items.isEmpty() ? List.of() : List.copyOf(items);
    }

    /** Items after as many as were promised, if they end where the message does; otherwise they are none. */
    private <I> void beyond(List<I> items, String zh, String key, Layout<I> layout) {
        var promised = items.size();
        var before = at;
        while (at < limit && take(items, true, zh, key, layout)) {
            continue;
        }
        if (at < limit) {
            at = before;
            items.subList(promised, items.size()).clear();
            keep(promised);
        }
    }

    private <I> boolean take(List<I> items, boolean lenient, String zh, String key, Layout<I> layout) {
        var before = at;
        try {
            items.add(part(zh, layout, items.size()));
        } catch (Refused notWhole) {
            if (!lenient) {
                throw notWhole;
            }
            at = before;
            return false;
        }
        if (at == before) {
            throw new Refused(Refusal.ITEM_EMPTY, position(), Map.of("field", key, "number", items.size()));
        }
        return true;
    }

    /** Only so many parts of the list were some. */
    void keep(int parts) {}

    /** One of a list. */
    <I> I part(String zh, Layout<I> layout, int index) {
        return layout.pass(inner());
    }

    @Override
    public <I> List<I> list(Width count, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout) {
        var number = take(count.bytes(), key);
        return list((int) Math.min(number, Integer.MAX_VALUE), false, zh, key, get, layout);
    }

    @Override
    public <I> I sized(Width length, String zh, String key, Function<? super T, I> get, Layout<I> layout) {
        return filled(take(length.bytes(), key), key, layout);
    }

    final <I> I filled(long declared, String key, Layout<I> layout) {
        need(declared, key);
        return within((int) declared, key, () -> layout.pass(inner()));
    }

    @Override
    public Bytes tagged(Width length, long id, Family family, Function<? super T, Bytes> get) {
        return value(Form.BYTES, length, "值", "value", get);
    }

    @Override
    public Bytes tagged(long id, Family family, Function<? super T, Bytes> get) {
        return value(Form.BYTES, REST, "值", "value", get);
    }

    @Override
    public int decide(ToIntFunction<Look> reading, ToIntFunction<? super T> writing) {
        return reading.applyAsInt(this);
    }

    /** Reads with the end nearer; what is read there has to fill it. */
    final <I> I within(int length, String key, java.util.function.Supplier<I> read) {
        var outer = limit;
        limit = at + length;
        try {
            var value = read.get();
            if (at != limit) {
                var facts = Map.of("field", key, "declared", length, "read", length - (limit - at));
                throw new Refused(Refusal.ITEM_LONGER_THAN_READ, position(), facts);
            }
            return value;
        } finally {
            limit = outer;
        }
    }

    /** Reading asks no getter, so whose parts these are does not matter. */
    @SuppressWarnings("unchecked")
    public final <I> Pass<I> inner() {
        return (Pass<I>) this;
    }
}
