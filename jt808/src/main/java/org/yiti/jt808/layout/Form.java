package org.yiti.jt808.layout;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;

/** How a value that is not a plain number lies in its bytes. */
public abstract class Form<V> {

    public static final Form<Bytes> BYTES = new Raw();
    /** Bytes that are text in UTF-16. */
    public static final Form<Bytes> UTF_16 = new Raw() {
        @Override
        List<Word> words(Bytes value) {
            var text = new String(value.toArray(), StandardCharsets.UTF_16BE).strip();
            return List.of(new Word(text, text));
        }
    };

    public static final Form<Text> TEXT = new Gbk(false, 0);
    /** Text that a shorter value fills from the right. */
    public static final Form<Text> TEXT_AT_END = new Gbk(true, 0);
    /** Text that spaces follow where it is shorter. */
    public static final Form<Text> TEXT_AND_SPACES = new Gbk(false, ' ');

    public static final Form<String> DIGITS = new Digits(none -> List.of());
    public static final Form<BcdTime> TIME = new Time("GMT+8");
    public static final Form<BcdTime> UTC_TIME = new Time("UTC");

    /** Digits of which there is more to say than they show. */
    static Form<String> digits(Function<String, List<Word>> words) {
        return new Digits(words);
    }

    static Form<Text> text(Function<Text, List<Word>> words) {
        return new Gbk(false, 0, words);
    }

    abstract V read(byte[] array, int from, int length);

    abstract Bytes bytes(V value);

    abstract V parse(String text);

    /** What there is to say about it beyond the value itself. */
    List<Word> words(V value) {
        return List.of();
    }

    /** Which zone a time is of. */
    @Nullable
    String zone() {
        return null;
    }

    /** What fills the room of a shorter value. */
    int padding() {
        return 0;
    }

    /** Whether a shorter value stands at the end of its room. */
    boolean padsInFront() {
        return false;
    }

    private static class Raw extends Form<Bytes> {

        @Override
        Bytes read(byte[] array, int from, int length) {
            return Bytes.of(array, from, length);
        }

        @Override
        Bytes bytes(Bytes value) {
            return value;
        }

        @Override
        Bytes parse(String text) {
            return Bytes.ofHex(text);
        }
    }

    private static final class Gbk extends Form<Text> {

        private final boolean atEnd;
        private final int padding;
        private final Function<Text, List<Word>> words;

        Gbk(boolean atEnd, int padding) {
            this(atEnd, padding, none -> List.of());
        }

        Gbk(boolean atEnd, int padding, Function<Text, List<Word>> words) {
            this.atEnd = atEnd;
            this.padding = padding;
            this.words = words;
        }

        @Override
        List<Word> words(Text value) {
            var said = words.apply(value);
            if (!said.isEmpty()) {
                return said;
            }
            return value.isDamaged() ? List.of(new Word("含不能按GBK解码的字节", "has bytes that are no GBK text")) : List.of();
        }

        @Override
        int padding() {
            return padding;
        }

        @Override
        Text read(byte[] array, int from, int length) {
            return Text.of(Bytes.of(array, from, length));
        }

        @Override
        Bytes bytes(Text value) {
            return value.bytes();
        }

        @Override
        Text parse(String text) {
            return Text.of(text);
        }

        @Override
        boolean padsInFront() {
            return atEnd;
        }
    }

    /** BCD as the text of its nibbles, so that an A in a phone number is kept as well. */
    private static final class Digits extends Form<String> {

        private final Function<String, List<Word>> words;

        Digits(Function<String, List<Word>> words) {
            this.words = words;
        }

        @Override
        String read(byte[] array, int from, int length) {
            return HexFormat.of().formatHex(array, from, from + length);
        }

        @Override
        Bytes bytes(String value) {
            try {
                return Bytes.of(HexFormat.of().parseHex(value.length() % 2 == 0 ? value : "0" + value));
            } catch (IllegalArgumentException malformed) {
                throw new Refused(
                        Refusal.DIGITS_MALFORMED, 0, Map.of("field", "BCD", "most", value.length(), "value", value));
            }
        }

        @Override
        String parse(String text) {
            return text;
        }

        @Override
        List<Word> words(String value) {
            var said = words.apply(value);
            return said.isEmpty() && !value.matches("[0-9]*")
                    ? List.of(new Word("含非BCD数字", "has nibbles that are no digits"))
                    : said;
        }

        @Override
        boolean padsInFront() {
            return true;
        }
    }

    private static final class Time extends Form<BcdTime> {

        private final String zone;

        Time(String zone) {
            this.zone = zone;
        }

        @Override
        String zone() {
            return zone;
        }

        @Override
        List<Word> words(BcdTime value) {
            if (value.local().isPresent()) {
                return List.of();
            }
            if (value.equals(BcdTime.NEVER)) {
                return List.of(new Word("全0:未指定", "all zeros: not given"));
            }
            return value.daily()
                    .map(time -> List.of(new Word("每天" + time, "every day at " + time)))
                    .orElse(List.of(new Word("不是有效的日期时间", "no such date or time")));
        }

        @Override
        BcdTime read(byte[] array, int from, int length) {
            var digits = 0L;
            for (var i = from; i < from + length; i++) {
                digits = digits << 8 | array[i] & 0xff;
            }
            return new BcdTime(digits);
        }

        @Override
        Bytes bytes(BcdTime value) {
            var six = new byte[6];
            for (var i = 0; i < 6; i++) {
                six[i] = (byte) (value.digits() >>> 8 * (5 - i));
            }
            return Bytes.of(six);
        }

        @Override
        BcdTime parse(String text) {
            return BcdTime.parse(text);
        }
    }
}
