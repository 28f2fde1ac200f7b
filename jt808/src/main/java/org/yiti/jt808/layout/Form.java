package org.yiti.jt808.layout;

import java.util.HexFormat;
import java.util.Map;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;

/** How a value that is not a plain number lies in its bytes. */
public abstract class Form<V> {

    public static final Form<Bytes> BYTES = new Raw();
    public static final Form<Text> TEXT = new Gbk(false);
    /** Text that a shorter value fills from the right. */
    public static final Form<Text> TEXT_AT_END = new Gbk(true);

    public static final Form<String> DIGITS = new Digits();
    public static final Form<BcdTime> TIME = new Time();

    abstract V read(byte[] array, int from, int length);

    abstract Bytes bytes(V value);

    abstract V parse(String text);

    String shown(V value) {
        return value.toString();
    }

    /** Whether a shorter value stands at the end of its room. */
    boolean padsInFront() {
        return false;
    }

    private static final class Raw extends Form<Bytes> {

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

        Gbk(boolean atEnd) {
            this.atEnd = atEnd;
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
        boolean padsInFront() {
            return true;
        }
    }

    private static final class Time extends Form<BcdTime> {

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
