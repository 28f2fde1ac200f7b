package org.yiti.simulator.terminal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Message;
import org.yiti.jt808.Version;
import org.yiti.jt808.frame.FrameReader;
import org.yiti.jt808.frame.Received;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.position.LocationBatch;
import org.yiti.jt808.session.Authentication;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.jt808.session.Registration;
import org.yiti.jt808.session.RegistrationReply;

/** A gateway as a terminal meets one, which hangs up now and then without a word of thanks. */
final class Gate implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final Random random = new Random(3);
    private final double hangsUp;
    final List<String> stored = new CopyOnWriteArrayList<>();
    final List<String> registered = new CopyOnWriteArrayList<>();

    /** @param hangsUp share of the messages that are stored, behind which the connection breaks unacknowledged */
    Gate(double hangsUp) throws IOException {
        this.hangsUp = hangsUp;
        thread(() -> {
            while (!door.isClosed()) {
                var socket = door.accept();
                thread(() -> serve(socket));
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void thread(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (SocketException over) {
                // the other side went
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) door.getLocalSocketAddress();
    }

    private void serve(Socket socket) throws IOException {
        try (socket) {
            var reader = new FrameReader(Dialect.STANDARD);
            var buffer = new byte[4096];
            Version version = null;
            for (var count = socket.getInputStream().read(buffer);
                    count >= 0;
                    count = socket.getInputStream().read(buffer)) {
                for (var one : reader.read(ByteBuffer.wrap(buffer, 0, count))) {
                    var message = Jt808.STANDARD.decode(((Received.Frame) one).content(), version);
                    version = message.version();
                    if (!answer(socket, message)) {
                        return;
                    }
                }
            }
        }
    }

    private boolean answer(Socket socket, Message<?> message) throws IOException {
        var phone = message.header().shortPhone();
        if (message.body() instanceof Registration registration) {
            registered.add(phone + registration.plate());
            codes.put(phone, "code" + registered.size());
            say(
                    socket,
                    message,
                    RegistrationReply.KIND,
                    new RegistrationReply(message.header().serial(), 0, Text.of(codes.get(phone))));
            return true;
        }
        var result = GeneralReply.OK;
        if (message.body() instanceof Authentication authentication) {
            result = authentication.code().toString().equals(codes.get(phone)) ? GeneralReply.OK : GeneralReply.FAILED;
        } else if (message.body() instanceof Location location) {
            store(phone, location);
        } else if (message.body() instanceof LocationBatch batch) {
            batch.locations().forEach(location -> store(phone, location));
        }
        synchronized (random) {
            if (!(message.body() instanceof Authentication) && random.nextDouble() < hangsUp) {
                return false;
            }
        }
        say(
                socket,
                message,
                GeneralReply.PLATFORM,
                new GeneralReply(message.header().serial(), message.id(), result));
        return true;
    }

    private void store(String phone, Location location) {
        stored.add(phone + " " + location.time().instant().orElseThrow().getEpochSecond());
    }

    private static <T> void say(Socket socket, Message<?> message, Kind<T> kind, T body) throws IOException {
        for (var frame : Jt808.STANDARD.encode(
                kind, body, message.version(), message.header().phone(), 0)) {
            socket.getOutputStream().write(frame);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
