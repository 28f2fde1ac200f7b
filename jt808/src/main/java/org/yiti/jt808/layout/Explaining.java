package org.yiti.jt808.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;
import org.yiti.jt808.layout.Explained.Shape;

/** Decodes and notes of every field where it was and what it says. */
public final class Explaining<T> extends Reading<T> {

    private List<Explained> fields = new ArrayList<>();
    private final List<Refused> deviations;

    public Explaining(byte[] array, int origin, int from, int to, Context context) {
        this(array, origin, from, to, context, new ArrayList<>());
    }

    private Explaining(byte[] array, int origin, int from, int to, Context context, List<Refused> deviations) {
        super(array, origin, from, to, context);
        this.deviations = deviations;
    }

    public static <T> Explaining<T> of(Bytes bytes, int before, Context context) {
        return new Explaining<>(
                bytes.array(), bytes.from() - before, bytes.from(), bytes.from() + bytes.length(), context);
    }

    /** Names what no layout has taken. */
    public void explainRest() {
        if (remaining() > 0) {
            deviates(Refusal.BYTES_LEFT, Map.of("has", remaining()));
            value(Form.BYTES, REST, "多余字节", "rest", none -> Bytes.NONE);
            fields.set(fields.size() - 1, fields.get(fields.size() - 1).as(Shape.REST));
        }
    }

    /** What was explained, also when the layout ended in a refusal. */
    public List<Explained> fields() {
        return fields;
    }

    /** What is not as the standard has it, and was put up with. */
    public List<Refused> deviations() {
        return deviations;
    }

    @Override
    public void deviates(Refusal how, Map<String, ?> facts) {
        deviations.add(new Refused(how, position(), facts));
    }

    private long note(String zh, String key, Meaning meaning, LongSupplier read) {
        var from = position();
        var value = read.getAsLong();
        fields.add(new Explained(
                from,
                between(from, position()),
                zh,
                key,
                value,
                meaning.measure(value, version()),
                null,
                meaning.of(value, version()),
                List.of(),
                Shape.VALUE));
        return value;
    }

    private <V> V note(String zh, String key, Form<V> form, Supplier<V> read) {
        var from = position();
        var value = read.get();
        var words = form.words(value);
        if (value instanceof BcdTime time && !time.isPossible()) {
            deviations.add(new Refused(Refusal.TIME_IMPOSSIBLE, from, Map.of("field", key, "value", value)));
        }
        fields.add(new Explained(
                from,
                between(from, position()),
                zh,
                key,
                value.toString(),
                null,
                form.zone(),
                words,
                List.of(),
                Shape.VALUE));
        return value;
    }

    private <V> V group(String zh, String key, Shape shape, Supplier<V> read) {
        var from = position();
        var outer = fields;
        fields = new ArrayList<>();
        try {
            return read.get();
        } finally {
            var parts = List.copyOf(fields);
            fields = outer;
            fields.add(Explained.parts(from, between(from, position()), zh, key, parts, shape));
        }
    }

    @Override
    void keep(int parts) {
        fields.subList(parts, fields.size()).clear();
    }

    @Override
    int number(Width width, String zh, String key, Meaning meaning, ToIntFunction<? super T> get) {
        return (int) note(zh, key, meaning, () -> super.number(width, zh, key, meaning, get));
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
        return note(zh, key, form, () -> super.value(form, length, zh, key, get));
    }

    @Override
    <V> V value(Form<V> form, Width prefix, String zh, String key, Function<? super T, V> get) {
        return note(zh, key, form, () -> super.value(form, prefix, zh, key, get));
    }

    @Override
    public <I> I item(String zh, String key, Function<? super T, I> get, Layout<I> layout) {
        var item = group(zh, key, Shape.PARTS, () -> super.item(zh, key, get, layout));
        var last = fields.size() - 1;
        var inside = fields.get(last).parts();
        if (inside.size() == 1 && inside.get(0).key().equals(key)) {
            fields.set(last, inside.get(0));
        }
        return item;
    }

    @Override
    <I> List<I> list(
            int count, boolean lenient, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout) {
        return group(zh, key, Shape.LIST, () -> super.list(count, lenient, zh, key, get, layout));
    }

    /** A part that is a bare number or text stands for it, without a field of its own inside. */
    @Override
    <I> I part(String zh, Layout<I> layout, int index) {
        var before = fields.size();
        var told = deviations.size();
        var name = zh + " " + (index + 1);
        var key = String.valueOf(index + 1);
        try {
            var part = group(name, key, Shape.PARTS, () -> super.part(zh, layout, index));
            var inside = fields.get(before).parts();
            if (inside.size() == 1 && inside.get(0).shape() == Shape.VALUE) {
                fields.set(before, inside.get(0).named(name, key));
            }
            return part;
        } catch (Refused notWhole) {
            keep(before);
            deviations.subList(told, deviations.size()).clear();
            throw notWhole;
        }
    }

    @Override
    public <I> List<I> list(Width count, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout) {
        var number = note(zh + "数", key + "Count", Meaning.NONE, (LongSupplier) () -> take(count.bytes(), key));
        return list((int) Math.min(number, Integer.MAX_VALUE), false, zh, key, get, layout);
    }

    @Override
    public <I> I sized(Width length, String zh, String key, Function<? super T, I> get, Layout<I> layout) {
        return group(zh, key, Shape.PARTS, () -> {
            var declared = note("长度", "length", Meaning.NONE, (LongSupplier) () -> take(length.bytes(), key));
            return filled(declared, key, layout);
        });
    }

    @Override
    public Bytes tagged(Width length, long id, Family family, Function<? super T, Bytes> get) {
        var declared = note("长度", "length", Meaning.NONE, (LongSupplier) () -> take(length.bytes(), "length"));
        return content((int) Math.min(declared, Integer.MAX_VALUE), id, family);
    }

    @Override
    public Bytes tagged(long id, Family family, Function<? super T, Bytes> get) {
        return remaining() == 0 ? super.tagged(id, family, get) : content(remaining(), id, family);
    }

    private Bytes content(int length, long id, Family family) {
        var kind = context().kinds().find(family, id, length);
        var from = position();
        var raw =
                note("值", "value", Form.BYTES, () -> super.value(Form.BYTES, length, "值", "value", none -> Bytes.NONE));
        var last = fields.size() - 1;
        var bytes = fields.get(last).as(Shape.UNKNOWN);
        fields.set(last, kind == null ? bytes.named(unknown(id, family), "value") : explained(kind, from, raw));
        return raw;
    }

    private String unknown(long id, Family family) {
        var another = context().kinds().first(family, id);
        if (another != null) {
            return another.zh() + "(长度与已知的不符)";
        }
        var isOfMaker =
                family == Family.EXTRA && id > 0xe0 || family == Family.TRANSPARENT && id >= 0xf0 || id >= 0xf000;
        return isOfMaker ? "值(厂商自定义)" : family == Family.FIXED_TAIL ? "固定尾部" : "值(含义未知)";
    }

    private Explained explained(ValueKind<?> kind, int from, Bytes raw) {
        var inner = new Explaining<Object>(
                raw.array(), raw.from() - from, raw.from(), raw.from() + raw.length(), context());
        try {
            kind.read(inner);
        } catch (Refused another) {
            // Fits no layout we know: the bytes speak for themselves.
            return Explained.value(from, raw, kind.zh(), kind.key(), raw.hex(), List.of())
                    .as(Shape.UNKNOWN);
        }
        if (inner.remaining() > 0) {
            inner.value(Form.BYTES, REST, "预留", "reserved", none -> Bytes.NONE);
        }
        deviations.addAll(inner.deviations);
        if (inner.fields.size() == 1) {
            var only = inner.fields.get(0);
            return only.named(kind.zh(), kind.key()).as(only.isGroup() ? Shape.TAGGED_PARTS : Shape.TAGGED);
        }
        if (inner.fields.isEmpty()) {
            return Explained.value(from, raw, kind.zh(), kind.key(), "", List.of())
                    .as(Shape.TAGGED);
        }
        return Explained.parts(from, raw, kind.zh(), kind.key(), List.copyOf(inner.fields), Shape.TAGGED_PARTS);
    }
}
