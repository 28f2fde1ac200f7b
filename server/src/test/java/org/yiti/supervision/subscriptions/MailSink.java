package org.yiti.supervision.subscriptions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes what it is given (RFC 5321), or says no when it is told to. */
final class MailSink implements AutoCloseable {

    /** As it came over the wire. */
    record Mail(String from, List<String> to, String data) {}

    final List<Mail> mails = new CopyOnWriteArrayList<>();
    volatile boolean refuses;

    private final ServerSocket server;

    MailSink() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var serving = new Thread(this::serve, "mail-sink");
        serving.setDaemon(true);
        serving.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                talk(socket);
            } catch (IOException gone) {
                // whoever called hung up, or the test is over
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        say(socket, "220 sink");
        var from = "";
        var to = new CopyOnWriteArrayList<String>();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.toUpperCase(Locale.ROOT);
            if (verb.startsWith("MAIL FROM:")) {
                from = line.substring(10);
                say(socket, refuses ? "451 not now" : "250 ok");
            } else if (verb.startsWith("RCPT TO:")) {
                to.add(line.substring(8));
                say(socket, "250 ok");
            } else if (verb.equals("DATA")) {
                say(socket, "354 go on");
                mails.add(new Mail(from, List.copyOf(to), data(in)));
                say(socket, "250 taken");
            } else if (verb.equals("QUIT")) {
                say(socket, "221 bye");
                return;
            } else {
                say(socket, "250 ok");
            }
        }
    }

    private static String data(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
