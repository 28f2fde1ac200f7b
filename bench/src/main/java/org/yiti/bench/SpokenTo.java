package org.yiti.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Message;
import org.yiti.jt808.Version;
import org.yiti.jt808.frame.FrameReader;
import org.yiti.jt808.frame.Received;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.session.Authentication;
import org.yiti.jt808.session.GeneralReply;

/** One terminal of 2013 that says one thing after another, each when the one before has been acknowledged. */
final class SpokenTo implements AutoCloseable {

    private static final Version VERSION = Version.V2013;
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private final FrameReader reader = new FrameReader(Dialect.STANDARD);
    private final byte[] buffer = new byte[4096];
    private final String phone;
    private int serial;

    SpokenTo(InetSocketAddress gateway, String phone, String code) throws IOException {
        this.phone = "0".repeat(12 - phone.length()) + phone;
        socket.connect(gateway, PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        say(Authentication.KIND, new Authentication(Text.of(code)));
    }

    /** Returns once it is stored. */
    <T> void say(Kind<T> kind, T body) throws IOException {
        for (var frame : Jt808.STANDARD.encode(kind, body, VERSION, phone, serial)) {
            socket.getOutputStream().write(frame);
        }
        if (!(hear().body() instanceof GeneralReply reply)
                || reply.serial() != serial
                || reply.result() != GeneralReply.OK) {
            throw new IllegalStateException(phone + " was refused");
        }
        serial++;
    }

    private Message<?> hear() throws IOException {
        while (true) {
            var count = socket.getInputStream().read(buffer);
            if (count < 0) {
                throw new IOException("The gateway has closed the line of " + phone);
            }
            for (var one : reader.read(ByteBuffer.wrap(buffer, 0, count))) {
                return Jt808.STANDARD.decode(((Received.Frame) one).content(), VERSION);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
