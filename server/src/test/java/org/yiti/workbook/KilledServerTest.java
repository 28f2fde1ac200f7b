package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.yiti.Granted;
import org.yiti.RunningServer;
import org.yiti.TestDatabase;
import org.yiti.identity.Role;
import tools.jackson.databind.json.JsonMapper;

/** A real process that is killed in the middle, twice, and what the next one makes of it. */
class KilledServerTest {

    private static final int ROWS = 150_000;
    private static final String[] SETTINGS = {
        "--db-scheduler.heartbeat-interval=1s",
        "--db-scheduler.polling-interval=500ms",
        "--spring.servlet.multipart.max-file-size=16MB",
        "--yiti.identity.second-factor=false"
    };

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = database.jdbc();

    private RunningServer start() throws Exception {
        var server = RunningServer.start(database, SETTINGS);
        server.signIn("admin", "secret");
        return server;
    }

    private static byte[] institutions() {
        var csv = new StringBuilder("单位编码,单位名称,单位性质,机关层级,区划代码\n");
        for (var i = 1; i <= ROWS; i++) {
            csv.append("K-").append(i).append(",单位").append(i).append(",政府机关,市级,960800\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void goesOnWhereAKilledServerLeftOffAndNeverWritesHalf() throws Exception {
        jdbc.sql("insert into identity.account (account, name, password_hash, role, everything)"
                        + " values ('admin', '管理员', :password, 'ADMINISTRATOR', true)")
                .param("password", "{bcrypt}" + new BCryptPasswordEncoder(4).encode("secret"))
                .update();
        Granted.only(jdbc, "admin", Role.ADMINISTRATOR);
        jdbc.sql("insert into organization.division (code, name, level) values ('960800', '断电市', 'CITY')")
                .update();
        String id;
        try (var first = start()) {
            refusesWhatIsTooLarge(first);
            id = String.valueOf(parsed(first.upload("/api/workbook/imports", "单位.csv", institutions())
                            .body())
                    .get("id"));
            var read = readSoFar(id, 20_000);
            assertThat(progress(first, id)).containsKeys("rowsPerSecond", "secondsLeft");
            first.kill();
            assertThat(read).isLessThan(ROWS);
            assertThat(state(id)).isEqualTo("CHECKING");
        }
        try (var second = start()) {
            var told = second.events("/api/workbook/imports/" + id + "/events");
            assertThat(told).anyMatch(line -> line.contains("\"state\":\"CHECKED\""));
            assertThat(second.json("/api/workbook/imports/" + id)).containsEntry("problems", 0);
            assertThat(((Map<?, ?>) ((List<?>) second.json("/api/workbook/imports/" + id)
                                            .get("sheets"))
                                    .get(0))
                            .get("added"))
                    .isEqualTo(ROWS);
            assertThat(second.post("/api/workbook/imports/" + id + "/apply", "{\"skipBad\":false}")
                            .statusCode())
                    .isEqualTo(202);
            awaitWriting();
            second.kill();
            assertThat(state(id)).isEqualTo("APPLYING");
            assertThat(written())
                    .as("nothing of it is seen before all of it is")
                    .isZero();
        }
        try (var third = start()) {
            third.events("/api/workbook/imports/" + id + "/events");
            assertThat(state(id)).isEqualTo("APPLIED");
            assertThat(written()).isEqualTo(ROWS);
            assertThat(jdbc.sql(
                                    "select count(*) from lifeline.change where import_id = :id::uuid and action = 'CREATED'")
                            .param("id", id)
                            .query(Long.class)
                            .single())
                    .isEqualTo(ROWS);
        }
    }

    private static void refusesWhatIsTooLarge(RunningServer server) throws Exception {
        var refused = server.upload("/api/workbook/imports", "大.csv", new byte[17 << 20]);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(parsed(refused.body()))
                .containsEntry("type", "/problems/workbook/file-too-large")
                .extractingByKey("title")
                .asString()
                .contains("拆分");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parsed(String body) {
        return JsonMapper.builder().build().readValue(body, Map.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> progress(RunningServer server, String id) throws Exception {
        return (Map<String, Object>) server.json("/api/workbook/imports/" + id).get("progress");
    }

    private String state(String id) {
        return jdbc.sql("select state from workbook.import where id = :id::uuid")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long written() {
        return jdbc.sql("select count(*) from organization.institution where code like 'K-%'")
                .query(Long.class)
                .single();
    }

    private long readSoFar(String id, long least) throws InterruptedException {
        var table = "ledger.raw_" + id.replace("-", "") + "_0";
        for (var waited = 0; waited < 3_000; waited++) {
            var there = jdbc.sql("select to_regclass(:table) is not null")
                    .param("table", table)
                    .query(Boolean.class)
                    .single();
            var rows = there
                    ? jdbc.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single()
                    : 0L;
            if (rows >= least) {
                return rows;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("No row of import " + id + " is read");
    }

    /** Until the rows are being merged, in a transaction that nobody else sees into. */
    private void awaitWriting() throws InterruptedException {
        for (var waited = 0; waited < 6_000; waited++) {
            if (jdbc.sql("select exists (select from pg_stat_activity where datname = current_database()"
                            + " and state = 'active' and query like 'insert into organization.institution (%')")
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        throw new AssertionError("Nothing is written");
    }
}
