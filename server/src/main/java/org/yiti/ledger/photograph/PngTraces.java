package org.yiti.ledger.photograph;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.CRC32;

/** A PNG is a row of chunks (PNG 3, 5.3). Those that a picture cannot do without stay, and those that tell of its colours, size and motion. */
final class PngTraces {

    private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
    private static final Set<String> SEEN = Set.of(
            "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT",
            "acTL", "fcTL", "fdAT");
    private static final String EXIF = "eXIf";
    private static final int LARGEST_EXIF = 1 << 16;
    private static final int CRC = 4;

    private final InputStream in;
    private final OutputStream out;
    private boolean turned;

    PngTraces(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    void copy() throws IOException {
        if (!Bytes.begins(Bytes.many(in, SIGNATURE.length()), SIGNATURE)) {
            throw new BrokenPicture("no PNG");
        }
        out.write(SIGNATURE.getBytes(ISO_8859_1));
        String name;
        do {
            name = chunk();
        } while (!name.equals("IEND"));
    }

    private String chunk() throws IOException {
        var head = Bytes.many(in, 8);
        var length = ByteBuffer.wrap(head).getInt();
        var name = new String(head, 4, 4, ISO_8859_1);
        if (length < 0 || !name.chars().allMatch(PngTraces::isLetter)) {
            throw new BrokenPicture("no chunk where one has to be");
        }
        if (Character.isUpperCase(name.charAt(0)) || SEEN.contains(name)) {
            out.write(head);
            Bytes.copy(in, out, (long) length + CRC);
        } else if (name.equals(EXIF) && length <= LARGEST_EXIF && !turned) {
            turn(Orientation.of(Bytes.many(in, length)));
            Bytes.skip(in, CRC);
        } else {
            Bytes.skip(in, (long) length + CRC);
        }
        return name;
    }

    private static boolean isLetter(int one) {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
    }

    private void turn(int orientation) throws IOException {
        if (Orientation.matters(orientation)) {
            turned = true;
            var tiff = Orientation.tiff(orientation);
            var named = ByteBuffer.allocate(4 + tiff.length)
                    .put(EXIF.getBytes(ISO_8859_1))
                    .put(tiff)
                    .array();
            var check = new CRC32();
            check.update(named);
            out.write(ByteBuffer.allocate(4).putInt(tiff.length).array());
            out.write(named);
            out.write(ByteBuffer.allocate(CRC).putInt((int) check.getValue()).array());
        }
    }
}
