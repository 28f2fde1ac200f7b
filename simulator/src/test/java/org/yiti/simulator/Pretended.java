package org.yiti.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A house that lets in whoever signs in as its demonstration account, or has its token, and takes what they bring. */
final class Pretended implements AutoCloseable {

    static final String TOKEN = "yiti_x";

    final List<String> brought = new CopyOnWriteArrayList<>();
    final Map<String, String> answers = new ConcurrentHashMap<>();
    volatile String accounts = "[{\"account\":\"watch\",\"password\":\"p\",\"role\":\"INSPECTOR\"},"
            + "{\"account\":\"admin\",\"password\":\"p\",\"role\":\"ADMINISTRATOR\"}]";
    volatile String session = "first";
    volatile int signedIn;
    private final HttpServer server;

    Pretended() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange asked) throws IOException {
        var body = new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var path = asked.getRequestURI().getPath();
        var way = asked.getRequestMethod() + " " + path;
        if (way.equals("GET /api/identity/demo-accounts")) {
            say(asked, 200, accounts);
        } else if (way.equals("GET /api/identity/session")) {
            asked.getResponseHeaders().add("Set-Cookie", "XSRF-TOKEN=" + forgery(asked) + "; Path=/");
            say(asked, isInside(asked) ? 200 : 401, "{}");
        } else if (way.equals("POST /api/identity/session")) {
            signIn(asked, body);
        } else if (!isInside(asked)) {
            say(asked, 401, "{}");
        } else if (way.equals("POST /api/energy/readings")) {
            brought.add(body);
            say(asked, 200, "{\"batch\":\"b\",\"stored\":1,\"repeated\":0,\"refused\":[]}");
        } else {
            say(asked, answers.containsKey(path) ? 200 : 404, answers.getOrDefault(path, "{}"));
        }
    }

    private void signIn(HttpExchange asked, String body) throws IOException {
        if (!body.contains("\"admin\"")
                || !"before".equals(asked.getRequestHeaders().getFirst("X-XSRF-TOKEN"))) {
            say(asked, 403, body);
            return;
        }
        signedIn++;
        asked.getResponseHeaders().add("Set-Cookie", "SESSION=" + session + "; Path=/");
        asked.getResponseHeaders().add("Set-Cookie", "XSRF-TOKEN=; Max-Age=0; Path=/");
        say(asked, 200, "{}");
    }

    /** Another before signing in than afterwards. */
    private String forgery(HttpExchange asked) {
        return cookie(asked).contains("SESSION=" + session) ? session : "before";
    }

    private static String cookie(HttpExchange asked) {
        var cookie = asked.getRequestHeaders().getFirst("Cookie");
        return cookie == null ? "" : cookie;
    }

    private boolean isInside(HttpExchange asked) {
        var head = asked.getRequestHeaders();
        var read = asked.getRequestMethod().equals("GET");
        return ("Bearer " + TOKEN).equals(head.getFirst("Authorization"))
                || cookie(asked).contains("SESSION=" + session)
                        && (read || session.equals(head.getFirst("X-XSRF-TOKEN")));
    }

    private static void say(HttpExchange asked, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        asked.sendResponseHeaders(status, bytes.length);
        asked.getResponseBody().write(bytes);
        asked.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
