package org.yiti.energy.polling;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

/** A connection to a device, for one question at a time. */
final class Wire implements AutoCloseable {

    private static final int MOST_BYTES = 8192;

    /** Takes what has come until it has what it waits for. */
    interface Reader {
        /** @return whether the reply is there */
        boolean take(byte[] chunk);
    }

    private final Socket socket = new Socket();
    private final Duration patience;
    private final long end;

    /** @param turn within which all questions must be asked: after it another server may begin */
    Wire(InetSocketAddress address, Duration connect, Duration patience, Duration turn) throws IOException {
        this.patience = patience;
        this.end = System.nanoTime() + turn.minus(patience).toNanos();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, (int) connect.toMillis());
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    /** However slowly a reply drips in, the time for all of it is the same, and so is its size. */
    void ask(byte[] question, Reader reader) throws IOException {
        if (System.nanoTime() - end > 0) {
            throw new NotRead("没轮到它，采集周期就已结束", "the period of its source was over before it was asked");
        }
        socket.getOutputStream().write(question);
        socket.getOutputStream().flush();
        var until = System.nanoTime() + patience.toNanos();
        var buffer = new byte[512];
        var taken = 0;
        while (taken < MOST_BYTES) {
            var left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new NotRead("没有按时应答", "no reply in time");
            }
            socket.setSoTimeout((int) left);
            var length = read(buffer);
            if (length < 0) {
                throw new NotRead("设备关闭了连接", "the device has closed the connection");
            }
            taken += length;
            if (reader.take(Arrays.copyOf(buffer, length))) {
                return;
            }
        }
        throw new NotRead("应答超长", "more bytes than any reply has");
    }

    private int read(byte[] buffer) throws IOException {
        try {
            return socket.getInputStream().read(buffer);
        } catch (SocketTimeoutException late) {
            throw new NotRead("没有按时应答", "no reply in time");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
