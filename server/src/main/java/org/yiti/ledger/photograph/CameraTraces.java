package org.yiti.ledger.photograph;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Copies a picture without what the camera wrote beside it. Not a pixel is touched: nothing is decoded, parts are kept or
 * left out, with little memory however large the file says it is. What tells how the picture is to be seen stays: colours,
 * and which side is up.
 */
public enum CameraTraces {
    JPEG((picture, out) -> {
        try (var in = picture.open()) {
            new JpegTraces(in, out).copy();
        }
    }),
    PNG((picture, out) -> {
        try (var in = picture.open()) {
            new PngTraces(in, out).copy();
        }
    }),
    WEBP((picture, out) -> {
        try (var in = picture.open()) {
            WebpTraces.copy(in, out);
        }
    }),
    HEIF(HeifTraces::copy);

    /** A picture that can be read from its beginning, more than once. */
    public interface Picture {
        InputStream open() throws IOException;
    }

    private interface Way {
        void copy(Picture picture, OutputStream out) throws IOException;
    }

    private final Way way;

    CameraTraces(Way way) {
        this.way = way;
    }

    /** @throws BrokenPicture where it cannot be told what is picture and what is not */
    public void leaveOut(Picture picture, OutputStream out) throws IOException {
        var buffered = new BufferedOutputStream(out);
        way.copy(() -> new BufferedInputStream(picture.open()), buffered);
        buffered.flush();
    }
}
