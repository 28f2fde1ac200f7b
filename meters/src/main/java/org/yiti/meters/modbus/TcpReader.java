package org.yiti.meters.modbus;

import java.util.function.Consumer;

/**
 * Cuts a stream into frames. TCP loses nothing, so that a header which cannot be one is refused at once: close the
 * connection. Never keeps more than one frame.
 */
public final class TcpReader {

    private final byte[] window = new byte[TcpFrame.HEAD + TcpFrame.MOST_PDU];
    private int length;

    public void feed(byte[] chunk, Consumer<TcpFrame> frames) {
        for (var octet : chunk) {
            window[length++] = octet;
            if (TcpFrame.lengthOf(window, length) == length) {
                var frame = TcpFrame.decode(window, length);
                length = 0;
                frames.accept(frame);
            }
        }
    }
}
