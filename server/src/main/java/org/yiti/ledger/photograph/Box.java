package org.yiti.ledger.photograph;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A box within bytes that are all here (ISO/IEC 14496-12, 4.2).
 *
 * @param at where it begins
 * @param body where what it holds begins
 */
record Box(byte[] bytes, String type, int at, int body, int end) {

    private static final int HEAD = 8;

    /** One behind the other, up to the end. */
    static List<Box> within(byte[] bytes, int from, int to) throws BrokenPicture {
        var boxes = new ArrayList<Box>();
        for (var at = from; at < to; at = boxes.get(boxes.size() - 1).end) {
            boxes.add(read(bytes, at, to));
        }
        return boxes;
    }

    private static Box read(byte[] bytes, int at, int to) throws BrokenPicture {
        if (to - at < HEAD) {
            throw new BrokenPicture("a box cut off at " + at);
        }
        var said = Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(at));
        var size = said == 0 ? to - at : said;
        if (size < HEAD || size > to - at) {
            throw new BrokenPicture("a box of another size than it says at " + at);
        }
        return new Box(bytes, new String(bytes, at + 4, 4, ISO_8859_1), at, at + HEAD, (int) (at + size));
    }

    /** @param skipped bytes of its own before those that it holds */
    List<Box> boxes(int skipped) throws BrokenPicture {
        return within(bytes, Math.min(end, body + skipped), end);
    }

    /** What it holds; whoever reads beyond it is told by an exception of the buffer. */
    ByteBuffer content() {
        return ByteBuffer.wrap(bytes, body, end - body).slice();
    }

    /** Room that nothing is in: whatever counts or points at what follows is still right. */
    void blank() {
        name(at + 4);
        Arrays.fill(bytes, body, end, (byte) 0);
    }

    /** @param kind where it says of what kind it is what this box tells of: that is of none, and nothing more is said */
    void blank(int kind) {
        name(kind);
        Arrays.fill(bytes, kind + 4, end, (byte) 0);
    }

    private void name(int where) {
        System.arraycopy("free".getBytes(ISO_8859_1), 0, bytes, where, 4);
    }
}
