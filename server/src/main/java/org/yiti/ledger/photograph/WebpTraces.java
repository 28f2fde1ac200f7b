package org.yiti.ledger.photograph;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * A WebP is a RIFF of chunks. The size of the whole stands at its beginning, so what is kept is gathered first: no more
 * than came. Which side is up browsers do not ask a WebP for.
 */
final class WebpTraces {

    private static final Set<String> SEEN = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final int HEAD = 8;
    private static final int SAYS_EXIF_OR_XMP = 0x0C;

    private WebpTraces() {}

    static void copy(InputStream in, OutputStream out) throws IOException {
        var head = Bytes.many(in, 12);
        if (!Bytes.begins(head, "RIFF") || !new String(head, HEAD, 4, ISO_8859_1).equals("WEBP")) {
            throw new BrokenPicture("no WebP");
        }
        var left = Integer.toUnsignedLong(little(head, 4)) - 4;
        var kept = new ByteArrayOutputStream();
        while (left >= HEAD) {
            left -= HEAD + chunk(in, kept);
        }
        if (kept.size() == 0) {
            throw new BrokenPicture("a WebP without a picture");
        }
        out.write(head, 0, 4);
        out.write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(kept.size() + 4)
                .array());
        out.write(head, HEAD, 4);
        kept.writeTo(out);
    }

    /** @return how long it was, filled up to an even number */
    private static long chunk(InputStream in, OutputStream kept) throws IOException {
        var head = Bytes.many(in, HEAD);
        var name = new String(head, 0, 4, ISO_8859_1);
        var size = Integer.toUnsignedLong(little(head, 4));
        var whole = size + (size & 1);
        if (!SEEN.contains(name)) {
            Bytes.skip(in, whole);
        } else if (name.equals("VP8X") && size > 0) {
            kept.write(head);
            kept.write(Bytes.one(in) & ~SAYS_EXIF_OR_XMP);
            Bytes.copy(in, kept, whole - 1);
        } else {
            kept.write(head);
            Bytes.copy(in, kept, whole);
        }
        return whole;
    }

    private static int little(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
