package org.yiti.energy.polling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A device on a real socket that answers each question as it was told to; null for silence. */
final class ScriptedDevice implements AutoCloseable {

    final AtomicInteger questions = new AtomicInteger();
    private final ServerSocket door;
    private final UnaryOperator<byte[]> script;

    ScriptedDevice(UnaryOperator<byte[]> script) throws IOException {
        this.script = script;
        this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        new Thread(this::serve, "scripted-device").start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var socket = door.accept()) {
                answer(socket);
            } catch (IOException gone) {
                // whoever asked has hung up, or the test is over
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        var buffer = new byte[512];
        for (var length = socket.getInputStream().read(buffer);
                length > 0;
                length = socket.getInputStream().read(buffer)) {
            questions.incrementAndGet();
            var reply = script.apply(Arrays.copyOf(buffer, length));
            if (reply != null) {
                // In two parts, as a slow line brings it.
                socket.getOutputStream().write(reply, 0, reply.length / 2);
                socket.getOutputStream().flush();
                socket.getOutputStream().write(reply, reply.length / 2, reply.length - reply.length / 2);
                socket.getOutputStream().flush();
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
