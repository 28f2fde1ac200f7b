package org.yiti.kernel.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.yiti.RunningServer;
import org.yiti.TestDatabase;

/** The same over the network, where the container has its say: behind a proxy that ends TLS, and spoken to rudely. */
class ServedSurfaceTest {

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        var database = TestDatabase.fresh();
        database.jdbc()
                .sql("insert into identity.account (account, name, password_hash, role, everything)"
                        + " values ('li', '李', :password, 'ADMINISTRATOR', true)")
                .param("password", "{bcrypt}" + new BCryptPasswordEncoder(4).encode("secret"))
                .update();
        server = RunningServer.start(database, "--yiti.surface.proxies=127.0.0.0/8,::1");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    private static HttpResponse<String> overHttps(String method, String path, String body, String... more)
            throws Exception {
        var headers = new ArrayList<>(List.of(
                "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.7", "Content-Type", "application/json"));
        headers.addAll(List.of(more));
        return server.send(method, path, body, headers.toArray(String[]::new));
    }

    @Test
    void behindAProxyWithTlsCookiesAreSecureAndNoOtherHostCanWriteThem() throws Exception {
        var answer = overHttps("GET", "/api/identity/session", "");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-XSRF-TOKEN=")
                .contains("; Path=/", "; Secure", "; SameSite=Strict")
                .doesNotContain("Domain");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains(AnswerHeaders.TRANSPORT_SECURITY);
    }

    @Test
    void theCookieOfASessionIsOutOfReachOfScripts() throws Exception {
        var first = overHttps("GET", "/api/identity/session", "");
        var token = first.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(".*?=([^;]*);.*", "$1");

        // By hand: a client that keeps cookies keeps no secure ones over http.
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + server.port() + "/api/identity/session"))
                                .headers("X-Forwarded-Proto", "https", "Content-Type", "application/json")
                                .headers("Cookie", "__Host-XSRF-TOKEN=" + token, "X-XSRF-TOKEN", token)
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"account\":\"li\",\"password\":\"secret\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("__Host-YITI_SESSION="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html;charset=UTF-8",
        "/theme.js, text/javascript;charset=UTF-8",
        "/favicon.svg, image/svg+xml;charset=UTF-8",
        "/api/identity/session, application/problem+json",
        "/api/identity/demo-accounts, application/json",
    })
    void everyAnswerSaysWhatItIsAndATextInWhichAlphabet(String path, String type) throws Exception {
        var answer = server.get(path);

        // Where the server alone is built there are no pages.
        if (answer.statusCode() != 404) {
            assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/premises/rooms;a=b",
                "/api//premises/rooms",
                "/api/premises/%2e%2e/rooms",
                "/api/premises/rooms%00",
                "/api/premises/rooms%0d%0aX-Evil:1",
                "/api/premises/%2fetc",
                "/..%5c..%5cetc",
                "/error",
                "/%c0%ae",
                "/api/premises/%252e%252e/rooms",
            })
    void whatTheDoorsRefuseIsToldInTheWordsOfTheHouse(String path) throws Exception {
        var answer = server.get(path);

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "org.springframework", "Tomcat");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        assertThat(answer.headers().map()).doesNotContainKey("x-evil");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png", "nonsense", "*/", "application/json;q=2"})
    void whateverFormSomebodyWishesForANoStaysANo(String accept) throws Exception {
        var answer = server.send("GET", "/api/premises/rooms", "", "Accept", accept);

        assertThat(answer.statusCode()).isBetween(400, 499);
    }

    @Test
    void twoLengthsInOneRequestAreNotGuessedBetween() throws Exception {
        for (var smuggled : List.of(
                "POST /api/identity/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
                "POST /api/identity/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: xchunked\r\n\r\nhello",
                "GET /api/identity/session HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /api/identity/session HTTP/1.1\r\n Folded: x\r\nHost: y\r\n\r\n",
                "TRACE /api/identity/session HTTP/1.1\r\nHost: x\r\n\r\n")) {
            // 501 is what RFC 9112 6.1 has for a coding nobody knows.
            assertThat(raw(smuggled))
                    .matches("(?s)HTTP/1.1 (4\\d\\d|501) .*")
                    .doesNotContain("Exception", "Apache Tomcat");
        }
    }

    @Test
    void aHeaderWithoutEndIsNotRead() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(40_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("Exception");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var head = new byte[2000];
            var read = socket.getInputStream().readNBytes(head, 0, 12);
            var rest = Math.max(0, Math.min(socket.getInputStream().available(), head.length - read));
            read += socket.getInputStream().readNBytes(head, read, rest);
            return new String(head, 0, read, StandardCharsets.ISO_8859_1);
        }
    }
}
