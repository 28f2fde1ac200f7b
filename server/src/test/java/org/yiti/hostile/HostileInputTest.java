package org.yiti.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.yiti.ApiOperation;
import org.yiti.Granted;
import org.yiti.RunningServer;
import org.yiti.TestDatabase;
import org.yiti.identity.Role;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * Every operation of the API, every parameter and every field of a body, with what nobody should send: no answer may be
 * a failure of the server, show its inside or never come. What is tried is a sample, the same each time.
 */
class HostileInputTest {

    private static final long SEED = 20261127;
    private static final int AT_ONCE = 4;
    /** Would end the session of the test, or listen until something happens. */
    private static final Set<String> LEFT_OUT = Set.of("DELETE /api/identity/session", "POST /api/supervision/sweeps");

    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\tat |org\\.yiti|org\\.springframework|PSQL|SQLSTATE|\\bselect .* from |stackTrace|\"trace\"");

    private final TestDatabase database = TestDatabase.fresh();
    private final Queue queue = new Queue();
    private RunningServer server;
    private RunningServer security;
    private RunningServer audit;
    private Map<String, UUID> rows;

    /** What is to be asked, and what was wrong with the answers. */
    private static final class Queue {
        private final List<Runnable> asks = new ArrayList<>();
        private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    }

    @BeforeEach
    void start() throws Exception {
        account("admin", Role.ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR);
        account("secadmin", Role.SECURITY_ADMINISTRATOR);
        account("auditor", Role.AUDIT_ADMINISTRATOR);
        server = RunningServer.start(
                database,
                "--yiti.identity.second-factor=false",
                "--yiti.surface.anonymous-per-minute=1000000",
                "--yiti.surface.work-per-minute=1000000");
        server.signIn("admin", "secret");
        // Nobody is granted all: each part is asked by whoever is answered.
        security = server.visitor();
        security.signIn("secadmin", "secret");
        audit = server.visitor();
        audit.signIn("auditor", "secret");
        rows = Planting.of(server);
    }

    private void account(String name, Role... granted) {
        database.jdbc()
                .sql("insert into identity.account (account, name, password_hash, role, everything)"
                        + " values (:name, :name, :password, :role, true)")
                .param("name", name)
                .param("password", "{bcrypt}" + new BCryptPasswordEncoder(4).encode("secret"))
                .param("role", granted[0].name())
                .update();
        Granted.only(database.jdbc(), name, granted);
    }

    private RunningServer visitor(String path) {
        return path.startsWith("/api/identity/grants")
                ? security
                : path.startsWith("/api/safeguard/audit") ? audit : server;
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.close();
    }

    @Test
    void nothingThatIsSentMakesTheServerFail() throws Exception {
        var payloads = new Payloads(SEED);
        for (var operation : ApiOperation.all()) {
            if (!LEFT_OUT.contains(operation.toString()) && !operation.path().endsWith("/events")) {
                ask(operation, payloads);
            }
        }
        var asked = queue.asks.size();
        everything();

        System.out.println(asked + " requests of " + payloads.count() + " payloads, seed " + SEED);
        assertThat(asked).isGreaterThan(1000);
        assertThat(queue.wrong).as("failures of the server; seed " + SEED).isEmpty();
        assertThat(server.log()).doesNotContain("Incident ", "OutOfMemoryError", " ERROR ");
    }

    private void everything() throws InterruptedException {
        var workers = Executors.newFixedThreadPool(AT_ONCE);
        queue.asks.forEach(workers::submit);
        workers.shutdown();
        assertThat(workers.awaitTermination(20, TimeUnit.MINUTES)).isTrue();
    }

    private void ask(ApiOperation operation, Payloads payloads) {
        for (var parameter : operation.queryParameters()) {
            for (var text : payloads.texts(3)) {
                send(
                        operation,
                        path(operation, "", "") + "?" + encoded(parameter) + "=" + encoded(text),
                        body(operation));
            }
        }
        for (var parameter : operation.pathParameters()) {
            for (var text : payloads.texts(6)) {
                send(operation, path(operation, parameter, text), body(operation));
            }
        }
        for (var text : payloads.texts(2)) {
            send(
                    operation,
                    path(operation, "", "") + "?" + encoded(text) + "=1&sort=" + encoded(text),
                    body(operation));
        }
        if (operation.body() != null) {
            bodies(operation, payloads);
        }
        if (operation.takesFile()) {
            files(operation, payloads);
        }
        send(operation, path(operation, "", ""), body(operation), "Idempotency-Key", "k".repeat(3000));
        send(operation, path(operation, "", ""), body(operation), "Accept-Language", "x-" + "y".repeat(200));
        send(
                operation,
                path(operation, "", ""),
                body(operation),
                "Content-Type",
                "application/x-java-serialized-object");
    }

    private void bodies(ApiOperation operation, Payloads payloads) {
        var path = path(operation, "", "");
        for (var field : operation.body().keySet()) {
            for (var text : payloads.texts(3)) {
                send(operation, path, with(operation.body(), field, text));
            }
            for (var other : Payloads.OTHER_KINDS) {
                send(operation, path, with(operation.body(), field, new RawValue(other)));
            }
        }
        for (var document : payloads.documents(8)) {
            send(operation, path, document);
        }
    }

    private void files(ApiOperation operation, Payloads payloads) {
        for (var file : payloads.files(12)) {
            for (var name : payloads.texts(2)) {
                var head = "--yiti\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + ".xlsx\"\r\n\r\n";
                var form = new ByteArrayOutputStream();
                form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
                form.writeBytes(file);
                form.writeBytes("\r\n--yiti--\r\n".getBytes(StandardCharsets.UTF_8));
                send(operation, path(operation, "", ""), form.toByteArray());
            }
        }
    }

    private static String with(Map<String, Object> body, String field, Object value) {
        var changed = new LinkedHashMap<>(body);
        changed.put(field, value);
        return JsonMapper.shared().writeValueAsString(changed);
    }

    private static String body(ApiOperation operation) {
        return operation.body() == null ? "" : JsonMapper.shared().writeValueAsString(operation.body());
    }

    /** Rows that are there where there are any, so that what is asked of them is looked at. */
    private String path(ApiOperation operation, String parameter, String value) {
        var path = operation.path();
        for (var name : operation.pathParameters()) {
            var usual = switch (name) {
                case "kind" -> "room";
                case "seq" -> "0";
                case "id" -> String.valueOf(Planting.id(rows, operation.path()));
                default ->
                    UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                            .toString();
            };
            path = path.replace("{" + name + "}", name.equals(parameter) ? encoded(value) : usual);
        }
        return path;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void send(ApiOperation operation, String path, String body, String... headers) {
        send(operation, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private void send(ApiOperation operation, String path, byte[] body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        if (!all.contains("Content-Type")) {
            all.addAll(List.of(
                    "Content-Type", operation.takesFile() ? "multipart/form-data; boundary=yiti" : "application/json"));
        }
        queue.asks.add(() -> {
            try {
                var answer = visitor(path).send(operation.method(), path, body, all.toArray(String[]::new));
                if (answer.statusCode() >= 500) {
                    wrong(operation, path, body, all, answer.statusCode() + " " + answer.body());
                } else if (answer.statusCode() >= 400
                        && INSIDE.matcher(answer.body()).find()) {
                    wrong(operation, path, body, all, "shows its inside: " + answer.body());
                } else if (answer.statusCode() == 401 && !path.startsWith("/api/identity/")) {
                    wrong(operation, path, body, all, "the session is gone");
                }
            } catch (Exception never) {
                wrong(operation, path, body, all, String.valueOf(never));
            }
        });
    }

    private void wrong(ApiOperation operation, String path, byte[] bytes, List<String> headers, String why) {
        var body = new String(bytes, StandardCharsets.UTF_8);
        queue.wrong.add(operation.method() + " " + shortened(path) + " " + shortened(body) + " "
                + shortened(headers.toString()) + "\n    -> " + shortened(why));
    }

    private static String shortened(String text) {
        return text.length() <= 400 ? text : text.substring(0, 400) + "…";
    }
}
