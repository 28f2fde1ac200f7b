package org.yiti.jt808.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A fifth way through a layout, for tests only: makes up values, so that every message can be made without a frame of it. */
public final class Inventing<T> extends Pass<T> {

    private static final Look ENDLESS = new Look() {
        @Override
        public int remaining() {
            return Integer.MAX_VALUE;
        }

        @Override
        public int peek(int ahead) {
            return -1;
        }
    };

    private final Random random;

    public Inventing(Random random, Context context) {
        super(context);
        this.random = random;
    }

    @Override
    int number(Width width, String zh, String key, Meaning meaning, ToIntFunction<? super T> get) {
        if (key.equals("count")) {
            return random.nextInt(4);
        }
        return random.nextInt((int) width.most() + 1) & (random.nextBoolean() ? 3 : -1);
    }

    @Override
    public long dword(String zh, String key, Meaning meaning, ToLongFunction<? super T> get) {
        if (key.equals("count")) {
            return random.nextInt(4);
        }
        return random.nextLong() & 0xffff_ffffL;
    }

    @Override
    <V> V value(Form<V> form, int length, String zh, String key, Function<? super T, V> get) {
        // A layout that measures what is left meets the endless here.
        var bytes = new byte[length < 0 || length > 4096 ? random.nextInt(20) : length];
        random.nextBytes(bytes);
        return form.read(bytes, 0, bytes.length);
    }

    @Override
    <V> V value(Form<V> form, Width prefix, String zh, String key, Function<? super T, V> get) {
        return value(form, random.nextInt(20), zh, key, get);
    }

    @Override
    public <I> I item(String zh, String key, Function<? super T, I> get, Layout<I> layout) {
        return layout.pass(inner());
    }

    @Override
    public <I> @Nullable I optional(String zh, String key, Function<? super T, @Nullable I> get, Layout<I> layout) {
        return random.nextInt(4) == 0 ? null : layout.pass(inner());
    }

    @Override
    <I> List<I> list(
            int count, boolean lenient, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout) {
        var items = new ArrayList<I>();
        var wanted = count == Integer.MAX_VALUE ? random.nextInt(4) : count;
        while (items.size() < wanted) {
            items.add(layout.pass(inner()));
        }
        return items;
    }

    @Override
    public <I> List<I> list(Width count, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout) {
        // A reply with no areas in a lot is told from one without lots by the count.
        return list(random.nextInt(4) + (key.equals("areas") ? 1 : 0), false, zh, key, get, layout);
    }

    @Override
    public <I> I sized(Width length, String zh, String key, Function<? super T, I> get, Layout<I> layout) {
        return layout.pass(inner());
    }

    @Override
    public Bytes tagged(Width length, long id, Family family, Function<? super T, Bytes> get) {
        return value(Form.BYTES, random.nextInt(20), "值", "value", get);
    }

    @Override
    public Bytes tagged(long id, Family family, Function<? super T, Bytes> get) {
        return value(Form.BYTES, random.nextInt(20), "值", "value", get);
    }

    @Override
    public int decide(ToIntFunction<Look> reading, ToIntFunction<? super T> writing) {
        return reading.applyAsInt(ENDLESS);
    }

    @SuppressWarnings("unchecked")
    private <I> Pass<I> inner() {
        return (Pass<I>) this;
    }
}
