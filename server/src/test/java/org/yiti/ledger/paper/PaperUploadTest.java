package org.yiti.ledger.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.yiti.Granted;
import org.yiti.RunningServer;
import org.yiti.TestDatabase;
import org.yiti.identity.Role;
import tools.jackson.databind.json.JsonMapper;

/** Over the wire, to a real process. */
class PaperUploadTest {

    private static final String[] SETTINGS = {
        "--spring.servlet.multipart.max-file-size=4MB",
        "--yiti.papers.largest=2MB",
        "--yiti.identity.second-factor=false"
    };

    @Test
    void whatIsTooLargeIsSaidPlainlyAndWhatIsBrokenOffLeavesNothingBehind() throws Exception {
        var database = TestDatabase.fresh();
        database.jdbc()
                .sql("insert into identity.account (account, name, password_hash, role, everything)"
                        + " values ('admin', '管理员', :password, 'ADMINISTRATOR', true)")
                .param("password", "{bcrypt}" + new BCryptPasswordEncoder(4).encode("secret"))
                .update();
        Granted.only(database.jdbc(), "admin", Role.ADMINISTRATOR);
        var division = database.jdbc()
                .sql(
                        "insert into organization.division (code, name, level) values ('981900', '线市', 'CITY') returning id")
                .query(UUID.class)
                .single();
        var path = "/api/objects/division/" + division + "/papers?title=t&paperKind=OTHER";
        try (var server = RunningServer.start(database, SETTINGS)) {
            server.signIn("admin", "secret");

            assertTooLarge(server.upload(path, "over-ours.pdf", new byte[3 << 20]));
            assertTooLarge(server.upload(path, "over-the-servers.pdf", new byte[5 << 20]));
            server.breakOff(path, "half.pdf", Samples.pdf());
            server.breakOff(path, "half.pdf", new byte[1 << 20]);
            TimeUnit.MILLISECONDS.sleep(500);

            assertThat(database.jdbc()
                            .sql(
                                    "select (select count(*) from ledger.paper) + (select count(*) from ledger.paper_chunk)")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(server.log()).doesNotContain("Incident");
            assertThat(server.upload(path, "whole.pdf", Samples.pdf()).statusCode())
                    .isEqualTo(201);
        }
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(JsonMapper.builder().build().readValue(answer.body(), Map.class))
                .containsEntry("type", "/problems/ledger/paper-too-large")
                .extractingByKey("title")
                .asString()
                .contains("2 MB");
    }
}
