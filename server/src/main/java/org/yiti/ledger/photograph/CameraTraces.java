package org.yiti.ledger.photograph;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Copies a picture without what the camera wrote beside it. Not a pixel is touched: nothing is decoded, parts are kept or
 * left out, in one pass, with little memory however large the file says it is. What tells how the picture is to be seen
 * stays: colours, and which side is up.
 */
public enum CameraTraces {
    JPEG {
        @Override
        void copy(InputStream in, OutputStream out) throws IOException {
            new JpegTraces(in, out).copy();
        }
    },
    PNG {
        @Override
        void copy(InputStream in, OutputStream out) throws IOException {
            new PngTraces(in, out).copy();
        }
    },
    WEBP {
        @Override
        void copy(InputStream in, OutputStream out) throws IOException {
            WebpTraces.copy(in, out);
        }
    };

    abstract void copy(InputStream in, OutputStream out) throws IOException;

    /** @throws BrokenPicture where it cannot be told what is picture and what is not */
    public void leaveOut(InputStream in, OutputStream out) throws IOException {
        var buffered = new BufferedOutputStream(out);
        copy(new BufferedInputStream(in), buffered);
        buffered.flush();
    }
}
