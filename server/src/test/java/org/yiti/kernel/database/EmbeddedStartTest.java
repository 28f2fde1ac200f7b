package org.yiti.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.yiti.Granted;
import org.yiti.NewerJava;
import org.yiti.RunningServer;
import org.yiti.identity.Role;

/**
 * The server on a data folder of its own, as {@code make run} leaves it: every start here but the first finds the
 * PostgreSQL of one that was killed ({@code kill -9}), still running or cut off.
 */
class EmbeddedStartTest {

    private static final Path THIS_JAVA = Path.of(System.getProperty("java.home"));
    private static final String WITHOUT_SECOND_FACTOR = "--yiti.identity.second-factor=false";

    @TempDir
    private static Path data;

    @BeforeAll
    static void aServerIsKilledThatHasJustAnswered() throws Exception {
        try (var first = RunningServer.embedded(THIS_JAVA, data, WITHOUT_SECOND_FACTOR)) {
            openAccount();
            first.signIn("admin", "secret");
            add(first, "970901");
            first.kill();
        }
    }

    @AfterAll
    static void nobodyIsLeft() throws IOException {
        new Postmaster(data.resolve("postgres")).stop();
    }

    private static RunningServer again(Path java) throws Exception {
        var server = RunningServer.embedded(java, data, WITHOUT_SECOND_FACTOR);
        server.signIn("admin", "secret");
        return server;
    }

    private static void add(RunningServer server, String division) throws Exception {
        var answer = server.post(
                "/api/organization/divisions",
                "{\"code\":\"%s\",\"name\":\"留存市\",\"level\":\"市级\"}".formatted(division));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static List<String> postmaster() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    }

    private static JdbcClient database() throws IOException {
        var port = postmaster().get(3).strip();
        return JdbcClient.create(
                new DriverManagerDataSource("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", ""));
    }

    private static void openAccount() throws IOException {
        var database = database();
        database.sql("insert into identity.account (account, name, password_hash, role, everything)"
                        + " values ('admin', '管理员', :password, 'ADMINISTRATOR', true)")
                .param("password", "{bcrypt}" + new BCryptPasswordEncoder(4).encode("secret"))
                .update();
        Granted.only(database, "admin", Role.ADMINISTRATOR);
    }

    @Test
    void whatAKilledServerHasAnsweredIsThereWhenItStartsAgain() throws Exception {
        var orphan = Long.parseLong(postmaster().get(0).strip());

        try (var second = again(THIS_JAVA)) {
            assertThat(second.get("/api/organization/divisions?code=970901").body())
                    .contains("留存市");
            assertThat(Long.parseLong(postmaster().get(0).strip()))
                    .as("the PostgreSQL that was left behind is stopped, not shared")
                    .isNotEqualTo(orphan);
            add(second, "970902");
            second.kill();
        }
        // The machine itself goes down this time: PostgreSQL is cut off as well.
        var cutOff =
                ProcessHandle.of(Long.parseLong(postmaster().get(0).strip())).orElseThrow();
        cutOff.destroyForcibly();
        cutOff.onExit().get(30, TimeUnit.SECONDS);

        try (var third = again(THIS_JAVA)) {
            assertThat(third.get("/api/organization/divisions?code=970901").body())
                    .contains("留存市");
            assertThat(third.get("/api/organization/divisions?code=970902").body())
                    .contains("留存市");
        }
    }

    /** Also on a folder from before the server had an account of its own. */
    @Test
    void theServerWorksWithAnAccountThatOwnsNothing() throws Exception {
        try (var server = again(THIS_JAVA)) {
            server.kill();
        }
        database().sql("drop role yiti_server").update();

        try (var server = again(THIS_JAVA)) {
            add(server, "970903");
            assertThat(database()
                            .sql("select distinct usename from pg_stat_activity where application_name = 'yiti'")
                            .query(String.class)
                            .list())
                    .containsExactly("yiti_server");
            assertThat(database().sql("""
                                    select (select count(*) from pg_class c join pg_roles r on r.oid = c.relowner
                                             where r.rolname = 'yiti_server' and c.relpersistence <> 't')
                                         + (select count(*) from pg_roles where rolname = 'yiti_server'
                                               and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication))
                                    """).query(Long.class).single()).isZero();
            assertThat(database()
                            .sql("select rolbypassrls from pg_roles where rolname = 'yiti_house'")
                            .query(Boolean.class)
                            .single())
                    .as("rows of imports come in straight")
                    .isTrue();
            assertThat(server.log()).doesNotContain("Incident", "PSQLException");
        }
    }

    @Test
    void onANewerJavaRequestsAreHandledByVirtualThreads() throws Exception {
        var newer = NewerJava.home();
        assumeTrue(newer.isPresent(), "no JDK newer than " + Runtime.version().feature() + " on this machine");

        try (var server = again(newer.get())) {
            assertThat(server.get("/api/organization/divisions?code=970901").body())
                    .contains("留存市");
            assertThat(threadsWhileAsked(newer.get(), server))
                    .anyMatch(thread -> thread.contains("\"tomcat-handler-") && thread.contains("virtual"))
                    .noneMatch(thread -> thread.contains("-exec-"));
        }
    }

    /** Half a request keeps whoever handles it waiting for the rest, so that they can be seen. */
    private static List<String> threadsWhileAsked(Path java, RunningServer server) throws Exception {
        try (var half = new Socket("127.0.0.1", server.port())) {
            half.getOutputStream().write("""
                            POST /api/identity/session HTTP/1.1
                            Host: 127.0.0.1
                            Cookie: XSRF-TOKEN=half
                            X-XSRF-TOKEN: half
                            Content-Type: application/json
                            Content-Length: 100

                            {"account":""".replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            half.getOutputStream().flush();
            List<String> threads = List.of();
            for (var look = 0;
                    look < 50 && threads.stream().noneMatch(line -> line.contains("tomcat-handler-"));
                    look++) {
                TimeUnit.MILLISECONDS.sleep(100);
                threads = threads(java, server.process());
            }
            return threads;
        }
    }

    private static List<String> threads(Path java, long process) throws Exception {
        var file = Files.createTempDirectory("threads").resolve("threads.txt");
        var dump = new ProcessBuilder(
                        java.resolve("bin/jcmd").toString(),
                        String.valueOf(process),
                        "Thread.dump_to_file",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(dump.waitFor()).isZero();
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("#"))
                .toList();
    }
}
