package org.yiti.ledger.photograph;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A HEIF is a row of boxes; {@code meta} says which of the bytes in {@code mdat} are a picture. Those stay where they are,
 * and all others are made zero, so that no place which anything points to moves. Exif says nothing here of which side is
 * up: that is a property of the picture. Read twice, since what says so may stand behind.
 */
final class HeifTraces {

    private static final int HEAD = 8;
    private static final int MOST_BOXES = 1000;
    private static final int LARGEST_META = 1 << 20;
    private static final int BLOCK = 1 << 13;

    /** @param head bytes up to what it holds */
    private record Part(String type, long at, byte[] head, long body) {

        boolean holdsPictures() {
            return type.equals("mdat") || type.equals("imda");
        }

        long end() {
            return at + head.length + body;
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private byte @Nullable [] meta;

    private HeifTraces() {}

    static void copy(CameraTraces.Picture picture, OutputStream out) throws IOException {
        var heif = new HeifTraces();
        try (var in = picture.open()) {
            heif.outline(in);
        }
        var stays = heif.stays();
        try (var in = picture.open()) {
            for (var part : heif.parts) {
                heif.copy(part, stays, in, out);
            }
        }
    }

    private void outline(InputStream in) throws IOException {
        var at = 0L;
        for (var head = in.readNBytes(HEAD); head.length > 0; head = in.readNBytes(HEAD)) {
            if (head.length < HEAD || parts.size() == MOST_BOXES) {
                throw new BrokenPicture("a box cut off, or too many, at " + at);
            }
            var part = part(head, at, in);
            parts.add(part);
            at = part.end();
        }
        if (parts.isEmpty() || !parts.get(0).type.equals("ftyp")) {
            throw new BrokenPicture("no HEIF");
        }
    }

    private Part part(byte[] head, long at, InputStream in) throws IOException {
        var type = new String(head, 4, 4, ISO_8859_1);
        var said = Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt());
        if (said == 0) {
            return new Part(type, at, head, in.transferTo(OutputStream.nullOutputStream()));
        }
        var whole = head;
        var size = said;
        if (said == 1) {
            var large = Bytes.many(in, HEAD);
            whole = ByteBuffer.allocate(2 * HEAD).put(head).put(large).array();
            size = ByteBuffer.wrap(large).getLong();
        }
        var body = size - whole.length;
        if (body < 0) {
            throw new BrokenPicture("a box of another size than it says at " + at);
        }
        if (type.equals("meta")) {
            if (meta != null || body > LARGEST_META) {
                throw new BrokenPicture("more than one box meta, or too large, at " + at);
            }
            meta = Bytes.many(in, (int) body);
        } else {
            Bytes.skip(in, body);
        }
        return new Part(type, at, whole, body);
    }

    private Ranges stays() throws BrokenPicture {
        if (meta == null) {
            throw new BrokenPicture("no picture that would be shown");
        }
        var stays = HeifMeta.bare(meta);
        var there = new Ranges();
        // Boxes that follow each other would be one: their heads part them.
        parts.stream().filter(Part::holdsPictures).forEach(part -> there.add(part.at + part.head.length, part.end()));
        for (var stretch : stays.each()) {
            if (!there.contains(stretch)) {
                throw new BrokenPicture("a picture that is not there at " + stretch.getKey());
            }
        }
        return stays;
    }

    private void copy(Part part, Ranges stays, InputStream in, OutputStream out) throws IOException {
        Bytes.skip(in, part.head.length);
        if (part.type.equals("meta") && meta != null) {
            Bytes.skip(in, part.body);
            out.write(part.head);
            out.write(meta);
        } else if (part.type.equals("ftyp")) {
            out.write(part.head);
            Bytes.copy(in, out, part.body);
        } else if (part.holdsPictures()) {
            out.write(part.head);
            copyStaying(part, stays, in, out);
        } else {
            blank(part, in, out);
        }
    }

    private static void copyStaying(Part part, Ranges stays, InputStream in, OutputStream out) throws IOException {
        for (var at = part.at + part.head.length; at < part.end(); at += BLOCK) {
            var block = Bytes.many(in, (int) Math.min(BLOCK, part.end() - at));
            stays.blankOthers(block, 0, block.length, at);
            out.write(block);
        }
    }

    /** Films, places in boxes of makers' own, and whatever else is no picture. */
    private static void blank(Part part, InputStream in, OutputStream out) throws IOException {
        var head = part.head.clone();
        System.arraycopy("free".getBytes(ISO_8859_1), 0, head, 4, 4);
        out.write(head);
        for (var left = part.body; left > 0; left -= BLOCK) {
            out.write(new byte[Bytes.many(in, (int) Math.min(BLOCK, left)).length]);
        }
    }
}
