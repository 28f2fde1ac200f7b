package org.yiti;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The server as a process of its own, to be killed: on a database of the tests, spoken to over HTTP. */
public final class RunningServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final Path log;
    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private RunningServer(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.address = "http://127.0.0.1:" + port;
    }

    public static RunningServer start(TestDatabase database, String... settings) throws Exception {
        var onDatabase = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + TestDatabase.OWNER,
                "--spring.datasource.password=" + TestDatabase.OWNER,
                "--yiti.audit-folder=target/audit",
                "--yiti.key-folder=target/keys"));
        onDatabase.addAll(Arrays.asList(settings));
        return start(Path.of(System.getProperty("java.home")), onDatabase);
    }

    /** As {@code make run} starts it: with an embedded PostgreSQL of its own in a data folder. */
    public static RunningServer embedded(Path javaHome, Path dataFolder, String... settings) throws Exception {
        var inFolder = new ArrayList<>(List.of("--yiti.data-folder=" + dataFolder));
        inFolder.addAll(Arrays.asList(settings));
        return start(javaHome, inFolder);
    }

    /** On a PostgreSQL of somebody's own, named as {@code YITI_DB_URL}. */
    public static RunningServer outside(Map<String, String> environment, Path dataFolder, String... settings)
            throws Exception {
        var inFolder = new ArrayList<>(List.of("--yiti.data-folder=" + dataFolder));
        inFolder.addAll(Arrays.asList(settings));
        return start(Path.of(System.getProperty("java.home")), inFolder, environment);
    }

    private static RunningServer start(Path javaHome, List<String> settings) throws Exception {
        return start(javaHome, settings, Map.of());
    }

    private static RunningServer start(Path javaHome, List<String> settings, Map<String, String> environment)
            throws Exception {
        var port = freePort();
        var log = Files.createTempFile("server", ".log");
        var command = new ArrayList<>(List.of(
                javaHome.resolve("bin").resolve("java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.yiti.Yiti",
                "--yiti.demonstration=false",
                "--server.port=" + port));
        command.addAll(settings);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        var server = new RunningServer(process, log, port);
        server.awaitReady();
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws Exception {
        for (var waited = 0; waited < 600; waited++) {
            if (!process.isAlive()) {
                throw new AssertionError(Files.readString(log));
            }
            try {
                if (get("/api/identity/demo-accounts").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It does not listen yet.
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
        throw new AssertionError("Not up within three minutes: " + Files.readString(log));
    }

    /** Somebody else at the same server. */
    public RunningServer visitor() throws Exception {
        var visitor = new RunningServer(process, log, port());
        visitor.get("/api/identity/demo-accounts"); // brings the token against forgery
        return visitor;
    }

    public void signIn(String account, String password) throws Exception {
        var answer = post(
                "/api/identity/session", JSON.writeValueAsString(Map.of("account", account, "password", password)));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        get("/api/identity/session");
    }

    private HttpRequest.Builder request(String path) {
        var token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst();
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(2));
        token.ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        return request.header("Accept-Language", "zh-CN");
    }

    public HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> json(String path) throws Exception {
        return JSON.readValue(get(path).body(), Map.class);
    }

    public HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Whatever somebody may send: any method, any headers (name, value, name, …), no cookie but those of the session. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** And any bytes, such as are no text. */
    public HttpResponse<String> send(String method, String path, byte[] body, String... headers) throws Exception {
        var publisher =
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        var request = request(path).method(method, publisher);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Who is signed in, as header lines of a request that is written by hand. */
    public String credentials() {
        var all = cookies.getCookieStore().getCookies();
        var token = all.stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst();
        return "Cookie: "
                + all.stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "))
                + "\r\nX-XSRF-TOKEN: " + token.orElseThrow().getValue() + "\r\n";
    }

    public long process() {
        return process.pid();
    }

    public int port() {
        return URI.create(address).getPort();
    }

    public HttpResponse<String> upload(String path, String name, byte[] file) throws Exception {
        var head = "--yiti\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n";
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head),
                HttpRequest.BodyPublishers.ofByteArray(file),
                HttpRequest.BodyPublishers.ofByteArray("\r\n--yiti--\r\n".getBytes(StandardCharsets.UTF_8)));
        return http.send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=yiti")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends the beginning of a file, and then nothing more: the connection is gone. */
    public void breakOff(String path, String name, byte[] beginning) {
        var head = "--yiti\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n";
        var torn = new SequenceInputStream(new ByteArrayInputStream(beginning), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The cable is out");
            }
        });
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head), HttpRequest.BodyPublishers.ofInputStream(() -> torn));
        try {
            http.send(
                    request(path)
                            .header("Content-Type", "multipart/form-data; boundary=yiti")
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
            throw new AssertionError("Half a file was answered");
        } catch (IOException | InterruptedException asWished) {
            // Nobody waits for the answer.
        }
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    /** The lines of a stream of events, until the server ends it. */
    public List<String> events(String path) throws Exception {
        try (var lines =
                http.send(request(path).build(), BodyHandlers.ofLines()).body()) {
            return lines.toList();
        }
    }

    /** As the machine would on losing power: no goodbye. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
