package org.yiti.jt808.layout;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Version;

/**
 * One way through a {@link Layout}. Every field is named in Chinese as the standard does and by a key, which is the name
 * of the record's component; the getter is asked when bytes are written. Whatever the way, the value of the field comes
 * back, so that a layout may branch on it.
 *
 * @param <T> what the layout makes
 */
public abstract class Pass<T> {

    private final Context context;

    Pass(Context context) {
        this.context = context;
    }

    public final Version version() {
        return context.version();
    }

    public final Context context() {
        return context;
    }

    // The ways differ in these.

    abstract int number(Width width, String zh, String key, Meaning meaning, ToIntFunction<? super T> get);

    public abstract long dword(String zh, String key, Meaning meaning, ToLongFunction<? super T> get);

    /** A value of so many bytes, or all that is left. */
    abstract <V> V value(Form<V> form, int length, String zh, String key, Function<? super T, V> get);

    /** A value with its length in front. */
    abstract <V> V value(Form<V> form, Width prefix, String zh, String key, Function<? super T, V> get);

    /** A part of its own. */
    public abstract <I> I item(String zh, String key, Function<? super T, I> get, Layout<I> layout);

    /** A part that may be missing at the end. */
    public abstract <I> @Nullable I optional(
            String zh, String key, Function<? super T, @Nullable I> get, Layout<I> layout);

    /** Notes that something is not as the standard has it; only an explanation does. */
    public void deviates(Refusal how, Map<String, ?> facts) {}

    /** So many parts; with {@code lenient} as many of them as are whole. */
    abstract <I> List<I> list(
            int count, boolean lenient, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout);

    /** Their number, then the parts. */
    public abstract <I> List<I> list(
            Width count, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout);

    /** A part with its length in front, which it fills. */
    public abstract <I> I sized(Width length, String zh, String key, Function<? super T, I> get, Layout<I> layout);

    /** The value of something with an id, its length in front: kept as bytes, explained by the kind it is of. */
    public abstract Bytes tagged(Width length, long id, Family family, Function<? super T, Bytes> get);

    /** The same without a length: it fills what is left. */
    public abstract Bytes tagged(long id, Family family, Function<? super T, Bytes> get);

    /** What the bytes tell when reading, what the value tells when writing. */
    public abstract int decide(ToIntFunction<Look> reading, ToIntFunction<? super T> writing);

    // The rest says the same in fewer words.

    public final int octet(String zh, String key, ToIntFunction<? super T> get) {
        return number(Width.OCTET, zh, key, Meaning.NONE, get);
    }

    public final int octet(String zh, String key, Meaning meaning, ToIntFunction<? super T> get) {
        return number(Width.OCTET, zh, key, meaning, get);
    }

    public final int word(String zh, String key, ToIntFunction<? super T> get) {
        return number(Width.WORD, zh, key, Meaning.NONE, get);
    }

    public final int word(String zh, String key, Meaning meaning, ToIntFunction<? super T> get) {
        return number(Width.WORD, zh, key, meaning, get);
    }

    public final long dword(String zh, String key, ToLongFunction<? super T> get) {
        return dword(zh, key, Meaning.NONE, get);
    }

    public final BcdTime time(String zh, String key, Function<? super T, BcdTime> get) {
        return value(Form.TIME, 6, zh, key, get);
    }

    /** The one time that is not of Beijing. */
    public final BcdTime utc(String zh, String key, Function<? super T, BcdTime> get) {
        return value(Form.UTC_TIME, 6, zh, key, get);
    }

    /** BCD that is no time, as the text of its nibbles. */
    public final String digits(int length, String zh, String key, Function<? super T, String> get) {
        return value(Form.DIGITS, length, zh, key, get);
    }

    /** The same, with more to say of it than its digits show. */
    public final String digits(
            int length, String zh, String key, Function<String, List<Word>> words, Function<? super T, String> get) {
        return value(Form.digits(words), length, zh, key, get);
    }

    public final Bytes bytes(int length, String zh, String key, Function<? super T, Bytes> get) {
        return value(Form.BYTES, length, zh, key, get);
    }

    public final Bytes bytes(Width prefix, String zh, String key, Function<? super T, Bytes> get) {
        return value(Form.BYTES, prefix, zh, key, get);
    }

    /** All bytes that are left. */
    public final Bytes rest(String zh, String key, Function<? super T, Bytes> get) {
        return value(Form.BYTES, Reading.REST, zh, key, get);
    }

    /** Text in a room of so many bytes; a shorter one is followed by 00. */
    public final Text text(int length, String zh, String key, Function<? super T, Text> get) {
        return value(Form.TEXT, length, zh, key, get);
    }

    /** Text in a room of so many bytes; a shorter one has 00 in front. */
    public final Text textAtEnd(int length, String zh, String key, Function<? super T, Text> get) {
        return value(Form.TEXT_AT_END, length, zh, key, get);
    }

    /** Text in a room of so many bytes; a shorter one is followed by spaces. */
    public final Text textAndSpaces(int length, String zh, String key, Function<? super T, Text> get) {
        return value(Form.TEXT_AND_SPACES, length, zh, key, get);
    }

    public final Text text(Width prefix, String zh, String key, Function<? super T, Text> get) {
        return value(Form.TEXT, prefix, zh, key, get);
    }

    /** Text up to the end. */
    public final Text text(String zh, String key, Function<? super T, Text> get) {
        return value(Form.TEXT, Reading.REST, zh, key, get);
    }

    /** Text up to the end, with more to say of it than it shows. */
    public final Text text(String zh, String key, Function<Text, List<Word>> words, Function<? super T, Text> get) {
        return value(Form.text(words), Reading.REST, zh, key, get);
    }

    /** Text in UTF-16 up to the end, kept as its bytes. */
    public final Bytes utf16(String zh, String key, Function<? super T, Bytes> get) {
        return value(Form.UTF_16, Reading.REST, zh, key, get);
    }

    public final <I> List<I> list(
            int count, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout) {
        return list(count, false, zh, key, get, layout);
    }

    /** As many as the count says, unless the dialect puts up with counts that are wrong: then all that are whole. */
    public final <I> List<I> loose(
            int count, String zh, String key, Function<? super T, List<I>> get, Layout<I> layout) {
        return list(count, context.countsMayBeWrong(), zh, key, get, layout);
    }

    /** Parts up to the end; what is no whole part there is left over. */
    public final <I> List<I> list(String zh, String key, Function<? super T, List<I>> get, Layout<I> layout) {
        return list(Integer.MAX_VALUE, true, zh, key, get, layout);
    }
}
