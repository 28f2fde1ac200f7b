package org.yiti.jt808.layout;

import java.nio.charset.Charset;

/**
 * Text in GBK (read as its superset GB18030) that keeps its bytes: what does not decode, and padding on whichever side the
 * maker put it, goes back out as it came in. Equal when the bytes are.
 */
public final class Text {

    public static final Text NONE = new Text(Bytes.NONE);
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Bytes bytes;

    private Text(Bytes bytes) {
        this.bytes = bytes;
    }

    public static Text of(String text) {
        return text.isEmpty() ? NONE : new Text(Bytes.of(text.getBytes(GB18030)));
    }

    public static Text of(Bytes bytes) {
        return bytes.isEmpty() ? NONE : new Text(bytes);
    }

    public Bytes bytes() {
        return bytes;
    }

    /** The text without padding (00 and space) at either end. */
    @Override
    public String toString() {
        var start = bytes.from();
        var end = start + bytes.length();
        while (start < end && isPadding(bytes.array()[start])) {
            start++;
        }
        while (end > start && isPadding(bytes.array()[end - 1])) {
            end--;
        }
        return new String(bytes.array(), start, end - start, GB18030);
    }

    /** Whether there are bytes that are no text. */
    boolean isDamaged() {
        return toString().indexOf('\ufffd') >= 0;
    }

    private static boolean isPadding(byte one) {
        return one == 0 || one == ' ';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && bytes.equals(text.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }
}
