package org.yiti.ledger.photograph;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * A JPEG is a row of segments, with coded picture behind some of them (ITU-T T.81, annex B). Of the APPn, those stay that
 * tell of colours: JFIF, ICC_PROFILE and Adobe. What follows the end of the picture — further pictures of a pair, films —
 * is not the picture.
 */
final class JpegTraces {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final String EXIF = "Exif\0\0";
    private static final int JFIF_WITHOUT_THUMBNAIL = 14;

    private final InputStream in;
    private final OutputStream out;
    private boolean turned;
    private boolean scanned;

    JpegTraces(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    void copy() throws IOException {
        if (Bytes.one(in) != 0xFF || Bytes.one(in) != START) {
            throw new BrokenPicture("no JPEG");
        }
        marker(START);
        var code = next();
        while (code != END) {
            if (code == SCAN) {
                write(SCAN, segment());
                scanned = true;
                code = scan();
            } else {
                if (!standsAlone(code)) {
                    keep(code, segment());
                }
                code = next();
            }
        }
        if (!scanned) {
            throw new BrokenPicture("a JPEG without a picture");
        }
        marker(END);
    }

    private static boolean standsAlone(int code) {
        return code == 0x01 || (code >= 0xD0 && code <= START);
    }

    private int next() throws IOException {
        if (Bytes.one(in) != 0xFF) {
            throw new BrokenPicture("no marker where one has to be");
        }
        var code = Bytes.one(in);
        while (code == 0xFF) {
            code = Bytes.one(in);
        }
        if (code == 0) {
            throw new BrokenPicture("no marker where one has to be");
        }
        return code;
    }

    private byte[] segment() throws IOException {
        var length = Bytes.one(in) << 8 | Bytes.one(in);
        if (length < 2) {
            throw new BrokenPicture("a segment shorter than its length");
        }
        return Bytes.many(in, length - 2);
    }

    private void keep(int code, byte[] segment) throws IOException {
        if (code == APP1 && Bytes.begins(segment, EXIF) && !turned) {
            turn(segment);
        } else if (code == APP0 && Bytes.begins(segment, "JFIF\0")) {
            write(APP0, withoutThumbnail(segment));
        } else if (code < APP0
                || (code > APP15 && code != COMMENT)
                || (code == APP2 && Bytes.begins(segment, "ICC_PROFILE\0"))
                || (code == APP14 && Bytes.begins(segment, "Adobe"))) {
            write(code, segment);
        }
    }

    private void turn(byte[] segment) throws IOException {
        var tiff = new byte[segment.length - EXIF.length()];
        System.arraycopy(segment, EXIF.length(), tiff, 0, tiff.length);
        var orientation = Orientation.of(tiff);
        if (Orientation.matters(orientation)) {
            turned = true;
            var upright = Orientation.tiff(orientation);
            var anew = new byte[EXIF.length() + upright.length];
            System.arraycopy(EXIF.getBytes(ISO_8859_1), 0, anew, 0, EXIF.length());
            System.arraycopy(upright, 0, anew, EXIF.length(), upright.length);
            write(APP1, anew);
        }
    }

    /** A small picture of the whole can show what was cut away from it. */
    private static byte[] withoutThumbnail(byte[] jfif) {
        if (jfif.length <= JFIF_WITHOUT_THUMBNAIL) {
            return jfif;
        }
        var bare = Arrays.copyOf(jfif, JFIF_WITHOUT_THUMBNAIL);
        bare[JFIF_WITHOUT_THUMBNAIL - 2] = 0;
        bare[JFIF_WITHOUT_THUMBNAIL - 1] = 0;
        return bare;
    }

    /** Up to the next marker. One that breaks off is shown as far as it goes, and is ended here. */
    private int scan() throws IOException {
        for (var read = in.read(); read >= 0; read = in.read()) {
            if (read != 0xFF) {
                out.write(read);
                continue;
            }
            var code = in.read();
            while (code == 0xFF) {
                code = in.read();
            }
            if (code != 0 && (code < 0xD0 || code > 0xD7)) {
                return code < 0 ? END : code;
            }
            marker(code);
        }
        return END;
    }

    private void marker(int code) throws IOException {
        out.write(0xFF);
        out.write(code);
    }

    private void write(int code, byte[] segment) throws IOException {
        marker(code);
        out.write(segment.length + 2 >> 8);
        out.write(segment.length + 2 & 0xFF);
        out.write(segment);
    }
}
