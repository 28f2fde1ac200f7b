package org.yiti.jt808.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.yiti.jt808.Refused;

/** Decodes and notes of every field where it was and what it says. */
public final class Explaining<T> extends Reading<T> {

    private List<Explained> fields = new ArrayList<>();

    public Explaining(byte[] array, int origin, int from, int to, Context context) {
        super(array, origin, from, to, context);
    }

    public static <T> Explaining<T> of(Bytes bytes, int before, Context context) {
        return new Explaining<>(
                bytes.array(), bytes.from() - before, bytes.from(), bytes.from() + bytes.length(), context);
    }

    /** Names what no layout has taken. */
    public void explainRest() {
        if (remaining() > 0) {
            value(Form.BYTES, REST, "多余字节", "rest", none -> Bytes.NONE);
        }
    }

    /** What was explained, also when the layout ended in a refusal. */
    public List<Explained> fields() {
        return fields;
    }

    private <V> V note(String zh, String key, Meaning meaning, Supplier<V> read) {
        var from = position();
        var value = read.get();
        var said = value instanceof Number number ? meaning.of(number.longValue(), version()) : List.<Word>of();
        Object shown = value instanceof Number ? value : value.toString();
        fields.add(new Explained(from, between(from, position()), zh, key, shown, meaning.unit(), said, List.of()));
        return value;
    }

    private <V> V group(String zh, String key, Supplier<V> read) {
        var from = position();
        var outer = fields;
        fields = new ArrayList<>();
        try {
            return read.get();
        } finally {
            var parts = List.copyOf(fields);
            fields = outer;
            fields.add(new Explained(from, between(from, position()), zh, key, "", "", List.of(), parts));
        }
    }

    @Override
    int number(Width width, String zh, String key, Meaning meaning, ToIntFunction<? super T> get) {
        return note(zh, key, meaning, () -> super.number(width, zh, key, meaning, get));
    }

    @Override
    public long dword(String zh, String key, Meaning meaning, ToLongFunction<? super T> get) {
        return note(zh, key, meaning, () -> super.dword(zh, key, meaning, get));
    }

    @Override
    <V> V value(Form<V> form, int length, String zh, String key, Function<? super T, V> get) {
        if (length == REST && remaining() == 0) {
            return super.value(form, length, zh, key, get);
        }
        return note(zh, key, Meaning.NONE, () -> super.value(form, length, zh, key, get));
    }

    @Override
    <V> V value(Form<V> form, Width prefix, String zh, String key, Function<? super T, V> get) {
        return note(zh, key, Meaning.NONE, () -> super.value(form, prefix, zh, key, get));
    }

    @Override
    public <I> I item(String zh, String key, Function<? super T, I> get, Layout<I> layout) {
        return group(zh, key, () -> super.item(zh, key, get, layout));
    }

    @Override
    <I> List<I> list(
            int count, boolean lenient, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout) {
        return group(zh, key, () -> super.list(count, lenient, zh, key, get, layout));
    }

    @Override
    <I> I part(String zh, Layout<I> layout, int index) {
        var before = fields.size();
        try {
            return group(zh + " " + (index + 1), String.valueOf(index + 1), () -> super.part(zh, layout, index));
        } catch (Refused notWhole) {
            fields.subList(before, fields.size()).clear();
            throw notWhole;
        }
    }

    @Override
    public <I> List<I> list(Width count, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout) {
        var number = note(zh + "数", key + "Count", Meaning.NONE, () -> take(count.bytes(), key));
        return list((int) Math.min(number, Integer.MAX_VALUE), false, zh, key, get, layout);
    }

    @Override
    public <I> I sized(Width length, String zh, String key, Function<? super T, I> get, Layout<I> layout) {
        return group(zh, key, () -> super.sized(length, zh, key, get, layout));
    }

    @Override
    public Bytes tagged(Width length, long id, Family family, Function<? super T, Bytes> get) {
        var declared = note("长度", "length", Meaning.NONE, () -> take(length.bytes(), "length"));
        return content((int) Math.min(declared, Integer.MAX_VALUE), id, family);
    }

    @Override
    public Bytes tagged(long id, Family family, Function<? super T, Bytes> get) {
        return remaining() == 0 ? super.tagged(id, family, get) : content(remaining(), id, family);
    }

    private Bytes content(int length, long id, Family family) {
        var kind = context().kinds().find(family, id, length);
        var from = position();
        var raw = note(
                "值", "value", Meaning.NONE, () -> super.value(Form.BYTES, length, "值", "value", none -> Bytes.NONE));
        if (kind != null) {
            fields.set(fields.size() - 1, explained(kind, from, raw));
        }
        return raw;
    }

    private Explained explained(ValueKind<?> kind, int from, Bytes raw) {
        var inner = new Explaining<Object>(
                raw.array(), raw.from() - from, raw.from(), raw.from() + raw.length(), context());
        try {
            kind.read(inner);
        } catch (Refused another) {
            // Fits no layout we know: the bytes speak for themselves.
            return new Explained(from, raw, kind.zh(), kind.key(), raw.hex(), "", List.of(), List.of());
        }
        inner.explainRest();
        if (inner.fields.size() == 1 && inner.fields.get(0).parts().isEmpty()) {
            var only = inner.fields.get(0);
            return new Explained(
                    from, raw, kind.zh(), kind.key(), only.value(), only.unit(), only.meaning(), List.of());
        }
        return new Explained(from, raw, kind.zh(), kind.key(), "", "", List.of(), List.copyOf(inner.fields));
    }
}
