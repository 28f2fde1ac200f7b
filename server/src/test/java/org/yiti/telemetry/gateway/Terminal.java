package org.yiti.telemetry.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.yiti.jt808.session.Registration;
import org.yiti.jt808.session.RegistrationReply;

/** A terminal as a gateway meets one. */
final class Terminal implements AutoCloseable {

    private final Socket socket;
    private final FrameReader reader = new FrameReader(Dialect.STANDARD);
    private final Deque<Message<?>> heard = new ArrayDeque<>();
    private final String phone;
    private final Version version;
    private int serial;

    Terminal(int port, String phone, Version version) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        this.phone = "0".repeat((version == Version.V2019 ? 20 : 12) - phone.length()) + phone;
        this.version = version;
    }

    <T> int say(Kind<T> kind, T body) throws IOException {
        var first = serial;
        for (var frame : Jt808.STANDARD.encode(kind, body, version, phone, serial)) {
            send(frame);
            serial++;
        }
        return first;
    }

    /** The frames of a message that has its own serials. */
    <T> List<byte[]> frames(Kind<T> kind, T body) {
        var frames = Jt808.STANDARD.encode(kind, body, version, phone, serial);
        serial += frames.size();
        return frames;
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The next message; null when the other side has closed. */
    @Nullable
    Message<?> hear() throws IOException {
        var buffer = new byte[4096];
        while (heard.isEmpty()) {
            var count = socket.getInputStream().read(buffer);
            if (count < 0) {
                return null;
            }
            for (var one : reader.read(java.nio.ByteBuffer.wrap(buffer, 0, count))) {
                heard.add(Jt808.STANDARD.decode(((Received.Frame) one).content(), version));
            }
        }
        return heard.remove();
    }

    /** Whether nothing comes for so long. */
    boolean isSilentFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return hear() == null && false;
        } catch (SocketTimeoutException silence) {
            return true;
        } finally {
            socket.setSoTimeout(10_000);
        }
    }

    int resultOf(int said) throws IOException {
        var reply = (GeneralReply) hear().body();
        if (reply.serial() != said) {
            throw new AssertionError("answered " + reply.serial() + " instead of " + said);
        }
        return reply.result();
    }

    RegistrationReply register(String device, String plate) throws IOException {
        var rooms = switch (version) {
            case V2011 -> new int[] {5, 8, 7};
            case V2013 -> new int[] {5, 20, 7};
            case V2019 -> new int[] {11, 30, 30};
        };
        say(
                Registration.KIND,
                new Registration(
                        44,
                        300,
                        padded("TEST", rooms[0]),
                        padded("M1", rooms[1]),
                        padded(device, rooms[2]),
                        1,
                        Text.of(plate)));
        return (RegistrationReply) hear().body();
    }

    private static Text padded(String text, int length) {
        return Text.of(text + "\0".repeat(length - text.length()));
    }

    int authenticate(String code) throws IOException {
        return authenticate(code, "860000000000001");
    }

    int authenticate(String code, String imei) throws IOException {
        return resultOf(say(
                Authentication.KIND,
                version == Version.V2019
                        ? new Authentication(Text.of(code), Text.of(imei), padded("V1", 20))
                        : new Authentication(Text.of(code))));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
