package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.yiti.Granted;
import org.yiti.RunningServer;
import org.yiti.TestDatabase;
import org.yiti.identity.Role;
import tools.jackson.databind.json.JsonMapper;

/** Files that do not come as they were announced, over the wire: each has an answer, and nothing of them stays. */
class TornUploadsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private static Path parts;

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        DATABASE.jdbc()
                .sql("insert into identity.account (account, name, password_hash, role, everything)"
                        + " values ('admin', '管理员', :password, 'ADMINISTRATOR', true)")
                .param("password", "{bcrypt}" + new BCryptPasswordEncoder(4).encode("secret"))
                .update();
        Granted.only(DATABASE.jdbc(), "admin", Role.ADMINISTRATOR);
        server = RunningServer.start(
                DATABASE,
                "--spring.servlet.multipart.location=" + parts,
                "--spring.servlet.multipart.max-file-size=4MB",
                "--spring.servlet.multipart.max-request-size=5MB",
                "--spring.servlet.multipart.file-size-threshold=64KB",
                "--server.tomcat.connection-timeout=2s",
                "--yiti.identity.second-factor=false");
        server.signIn("admin", "secret");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    @AfterEach
    void nothingIsKeptAndTheServerStillAnswers() throws Exception {
        for (var waited = 0; waited < 50 && !left().isEmpty(); waited++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(left()).as("what the parts of the form were laid down in").isEmpty();
        assertThat(DATABASE.jdbc()
                        .sql(
                                "select (select count(*) from workbook.import) + (select count(*) from workbook.import_chunk)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(server.get("/api/workbook/imports").statusCode()).isEqualTo(200);
        assertThat(server.log()).doesNotContain("Incident");
    }

    private static List<Path> left() throws IOException {
        try (var files = Files.list(parts)) {
            return files.toList();
        }
    }

    /** The head of a form with one file and so much of the file itself. */
    private static byte[] form(int bytes, boolean whole) {
        var head = ("--yiti\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var end = whole ? "\r\n--yiti--\r\n".getBytes(StandardCharsets.UTF_8) : new byte[0];
        var form = Arrays.copyOf(head, head.length + bytes + end.length);
        Arrays.fill(form, head.length, head.length + bytes, (byte) 'a');
        System.arraycopy(end, 0, form, head.length + bytes, end.length);
        return form;
    }

    private interface Then {
        void with(Socket socket) throws Exception;
    }

    private record Answer(int status, Map<String, Object> problem) {}

    /** @param then what becomes of the connection when that much is sent */
    @SuppressWarnings("unchecked")
    private static Answer ask(String length, byte[] sent, Then then) throws Exception {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(30_000);
            var out = socket.getOutputStream();
            out.write(("POST /api/workbook/imports HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                            + "\r\nConnection: close\r\n"
                            + "Accept-Language: zh-CN\r\nContent-Type: multipart/form-data; boundary=yiti\r\n"
                            + server.credentials() + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            try {
                out.write(sent);
                out.flush();
            } catch (IOException answeredBefore) {
                // It is told what is wrong before everything is sent.
            }
            then.with(socket);
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 ");
            var body = answer.substring(answer.indexOf("\r\n\r\n"));
            return new Answer(
                    Integer.parseInt(answer.substring(9, 12)),
                    JsonMapper.shared()
                            .readValue(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1), Map.class));
        }
    }

    private static Answer ask(String length, byte[] sent) throws Exception {
        return ask(length, sent, socket -> {});
    }

    @Test
    void oneThatStopsComingIsGivenUpWhileOthersAreServed() throws Exception {
        var answer = ask(
                "Content-Length: 3000000",
                form(MEGABYTE, false),
                socket -> assertThat(server.get("/api/workbook/imports").statusCode())
                        .isEqualTo(200));

        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.problem())
                .containsEntry("type", "/problems/stalled")
                .containsEntry("title", "请求传到一半停住了，已放弃，什么也没有留下，请重新提交");
    }

    @Test
    void oneThatIsCutOffIsNotReadWhereAnybodyStillListens() throws Exception {
        var answer = ask("Content-Length: 3000000", form(MEGABYTE, false), Socket::shutdownOutput);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).containsEntry("type", "/problems/unreadable");
    }

    @Test
    void oneWhoseSenderIsGoneLeavesNothing() throws Exception {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write(
                            ("POST /api/workbook/imports HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=yiti\r\n"
                                            + server.credentials() + "Content-Length: 3000000\r\n\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(form(MEGABYTE, false));
            socket.getOutputStream().flush();
            for (var waited = 0; waited < 100 && left().isEmpty(); waited++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(left()).as("it is being taken in").isNotEmpty();
            socket.setSoLinger(true, 0);
        }
    }

    @Test
    void oneThatIsLongerThanItSaysIsNotGuessedAt() throws Exception {
        var whole = form(MEGABYTE, true);

        var answer = ask("Content-Length: " + (whole.length - 500_000), whole);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).containsEntry("type", "/problems/kernel/upload-broken-off");
    }

    @Test
    void oneThatSaysItIsTooLargeIsRefusedBeforeItComes() throws Exception {
        var answer = ask("Content-Length: 300000000", form(1000, false));

        assertTooLarge(answer);
    }

    @Test
    void oneThatDoesNotSayHowLargeItIsIsCountedWhileItComes() throws Exception {
        var form = form(5 * MEGABYTE, true);
        var head = (Integer.toHexString(form.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        var chunk = Arrays.copyOf(head, head.length + form.length);
        System.arraycopy(form, 0, chunk, head.length, form.length);

        assertTooLarge(ask("Transfer-Encoding: chunked", chunk));
    }

    private static void assertTooLarge(Answer answer) {
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem())
                .containsEntry("type", "/problems/workbook/file-too-large")
                .extractingByKey("title")
                .asString()
                .contains("拆分");
    }

    @Test
    void aLengthThatIsNoneIsNotRead() throws Exception {
        for (var length : new String[] {"-5", "12x", "99999999999999999999999"}) {
            var answer = ask("Content-Length: " + length, form(10, true));

            assertThat(answer.status()).as(length).isEqualTo(400);
            assertThat(answer.problem()).containsEntry("type", "/problems/unreadable");
        }
    }
}
