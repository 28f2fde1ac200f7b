package org.yiti.supervision.subscriptions;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST to an address that was judged before. Clients of HTTP look names up by themselves, a second time; this one calls
 * the address it is given, follows no redirect, and reads nothing but the status.
 */
final class Post {

    private static final int LONGEST_LINE = 1024;

    private Post() {}

    static int send(URI to, InetAddress address, Map<String, String> headers, byte[] body, Duration patience)
            throws IOException {
        var deadline = System.nanoTime() + 2 * patience.toNanos();
        var millis = (int) patience.toMillis();
        try (var plain = new Socket(Proxy.NO_PROXY)) {
            plain.connect(new InetSocketAddress(address, AllowedHosts.port(to)), millis);
            plain.setSoTimeout(millis);
            try (var socket = "https".equalsIgnoreCase(to.getScheme()) ? secured(plain, to) : plain) {
                var out = socket.getOutputStream();
                out.write(head(to, headers, body.length).getBytes(US_ASCII));
                out.write(body);
                out.flush();
                return status(socket.getInputStream(), deadline);
            }
        }
    }

    /** Its certificate must be for the host that was asked for. */
    private static SSLSocket secured(Socket plain, URI to) throws IOException {
        var socket = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(plain, to.getHost(), AllowedHosts.port(to), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(URI to, Map<String, String> headers, int length) {
        var path = to.getRawPath() == null || to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        var text = new StringBuilder("POST ")
                .append(path)
                .append(to.getRawQuery() == null ? "" : "?" + to.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(to.getRawAuthority())
                .append("\r\nConnection: close\r\nContent-Length: ")
                .append(length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString();
    }

    private static int status(InputStream in, long deadline) throws IOException {
        var line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            if (line.length() > LONGEST_LINE || System.nanoTime() > deadline) {
                throw new Undelivered.Failure(Undelivered.LATE);
            }
            line.append((char) read);
        }
        var parts = line.toString().trim().split(" ");
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("[1-5][0-9][0-9]")) {
            throw new Undelivered.Failure(Undelivered.NOT_HTTP);
        }
        return Integer.parseInt(parts[1]);
    }
}
