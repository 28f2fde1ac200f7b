package org.yiti.jt808.layout;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;

/** Takes every field from an object of JSON, by its key. */
public final class Filling<T> extends Pass<T> {

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

    private final Map<String, ?> object;

    public Filling(Map<String, ?> object, Context context) {
        super(context);
        this.object = object;
    }

    public T run(Layout<T> layout) {
        return layout.pass(this);
    }

    private Object need(String key) {
        var value = object.get(key);
        if (value == null) {
            throw new Refused(Refusal.JSON_FIELD_ABSENT, 0, Map.of("field", key));
        }
        return value;
    }

    private static Refused unfit(String key, Object value) {
        return new Refused(Refusal.JSON_VALUE_UNFIT, 0, Map.of("field", key, "value", value));
    }

    private long number(String key) {
        if (key.equals("count") && !object.containsKey(key)) {
            return object.values().stream()
                    .filter(List.class::isInstance)
                    .mapToLong(list -> ((List<?>) list).size())
                    .sum();
        }
        var value = need(key);
        if (value instanceof Long number) {
            return number;
        }
        try {
            return Long.decode(value.toString());
        } catch (NumberFormatException malformed) {
            throw unfit(key, value);
        }
    }

    @Override
    int number(Width width, String zh, String key, Meaning meaning, ToIntFunction<? super T> get) {
        var number = number(key);
        if (number < 0 || number > width.most()) {
            throw unfit(key, number);
        }
        return (int) number;
    }

    @Override
    public long dword(String zh, String key, Meaning meaning, ToLongFunction<? super T> get) {
        return number(key);
    }

    @Override
    <V> V value(Form<V> form, int length, String zh, String key, Function<? super T, V> get) {
        var value = length == Reading.REST && !object.containsKey(key) ? "" : need(key);
        return form.parse(value.toString());
    }

    @Override
    <V> V value(Form<V> form, Width prefix, String zh, String key, Function<? super T, V> get) {
        return form.parse(need(key).toString());
    }

    @Override
    public <I> I item(String zh, String key, Function<? super T, I> get, Layout<I> layout) {
        return inside(key, need(key), layout);
    }

    @Override
    public <I> @Nullable I optional(String zh, String key, Function<? super T, @Nullable I> get, Layout<I> layout) {
        var value = object.get(key);
        return value == null ? null : inside(key, value, layout);
    }

    /** A part that is a bare number, text or list stands for an object with it alone. */
    @SuppressWarnings("unchecked")
    private <I> I inside(String key, Object value, Layout<I> layout) {
        var inner = value instanceof Map ? (Map<String, ?>) value : new Alone(value);
        return layout.pass(new Filling<>(inner, context()));
    }

    @Override
    <I> List<I> list(
            int count, boolean lenient, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout) {
        if (!(object.getOrDefault(key, null) instanceof List<?> list)) {
            if (lenient && !object.containsKey(key) || "".equals(object.get(key))) {
                return List.of();
            }
            throw unfit(key, need(key));
        }
        var items = new ArrayList<I>();
        for (var item : list) {
            items.add(inside(key, item == null ? "" : item, layout));
        }
        return List.copyOf(items);
    }

    @Override
    public <I> List<I> list(Width count, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout) {
        return list(0, false, zh, key, get, layout);
    }

    @Override
    public <I> I sized(Width length, String zh, String key, Function<? super T, I> get, Layout<I> layout) {
        return inside(key, object.containsKey(key) ? need(key) : object, layout);
    }

    @Override
    public Bytes tagged(Width length, long id, Family family, Function<? super T, Bytes> get) {
        return tagged(id, family, get);
    }

    @Override
    public Bytes tagged(long id, Family family, Function<? super T, Bytes> get) {
        if (object.get("hex") instanceof String hex) {
            return Bytes.ofHex(hex);
        }
        var kind = context().kinds().first(family, id);
        return kind == null ? Bytes.ofHex(need("value").toString()) : filled(kind, need("value"));
    }

    private <V> Bytes filled(ValueKind<V> kind, Object value) {
        return kind.bytes(inside("value", value, kind.layout()), version());
    }

    @Override
    public int decide(ToIntFunction<Look> reading, ToIntFunction<? super T> writing) {
        return reading.applyAsInt(ENDLESS);
    }

    /** Whatever key is asked for, it is the one value there is. */
    private static final class Alone extends AbstractMap<String, Object> {

        private final Object value;

        Alone(Object value) {
            this.value = value;
        }

        @Override
        public Object get(@Nullable Object key) {
            return value;
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return true;
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return Set.of(Map.entry("", value));
        }
    }
}
