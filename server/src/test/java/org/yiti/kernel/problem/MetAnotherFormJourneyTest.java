package org.yiti.kernel.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.TestDatabase;

/** A form that is saved while somebody else holds what it needs, and needs what it holds. */
class MetAnotherFormJourneyTest extends Journey {

    @Value("${spring.datasource.url}")
    private String url;

    private UUID division(String code) {
        return add("organization/divisions", Map.of("code", code, "name", "相遇市" + code, "level", "市级"));
    }

    /** Whoever has changed the one then wants the other; on this side the circle is looked for after so long. */
    private void thenWants(UUID one, UUID other) {
        var powers = JdbcClient.create(TestDatabase.at(url).superuser());
        powers.sql("""
                        create function organization.then_wants() returns trigger language plpgsql security definer set deadlock_timeout = '4s' as $$
                        begin
                            perform from organization.division where id = '%s' for update;
                            return null;
                        end $$
                        """.formatted(other)).update();
        powers.sql(
                        "create trigger then_wants after update on organization.division for each row when (new.id = '%s') execute function organization.then_wants()"
                                .formatted(one))
                .update();
    }

    /** What a transaction on another's part is refused with, once. */
    private void isRefusedOnce(UUID one, String code) {
        var powers = JdbcClient.create(TestDatabase.at(url).superuser());
        powers.sql("create sequence organization.refusals").update();
        powers.sql("""
                        create function organization.then_wants() returns trigger language plpgsql security definer as $$
                        begin
                            if nextval('organization.refusals') = 1 then
                                raise exception 'could not serialize' using errcode = '%s';
                            end if;
                            return null;
                        end $$
                        """.formatted(code)).update();
        powers.sql(
                        "create trigger then_wants after update on organization.division for each row when (new.id = '%s') execute function organization.then_wants()"
                                .formatted(one))
                .update();
    }

    @AfterEach
    void nobodyWantsAnything() {
        var powers = JdbcClient.create(TestDatabase.at(url).superuser());
        powers.sql("drop function if exists organization.then_wants cascade").update();
        powers.sql("drop sequence if exists organization.refusals").update();
    }

    private MvcTestResult renamed(UUID division, String name, String key, String language) {
        return http.patch()
                .uri("/api/organization/divisions/" + division)
                .with(as(ADMINISTRATOR))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .header("Idempotency-Key", key)
                .header("Accept-Language", language)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\":1,\"name\":\"" + name + "\"}")
                .exchange();
    }

    private String name(UUID division) {
        return String.valueOf(json(get(ADMINISTRATOR, "/api/organization/divisions/" + division))
                .get("name"));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var asked = connection.createStatement()) {
            asked.execute(statement);
        }
    }

    @Test
    void isToldThatSomebodyElseIsAtItAndMaySendTheSameAgain() throws Exception {
        var ours = division(freshDivision());
        var theirs = division(freshDivision());
        thenWants(ours, theirs);
        var key = UUID.randomUUID().toString();

        try (var other = TestDatabase.at(url).superuser().getConnection()) {
            other.setAutoCommit(false);
            run(other, "set deadlock_timeout = '60s'");
            run(other, "update organization.division set name = '对方改名' where id = '" + theirs + "'");
            var form = CompletableFuture.supplyAsync(() -> renamed(ours, "本方改名", key, "zh-CN"));
            Soon.soon(
                    "the form waits for the other",
                    () -> TestDatabase.at(url)
                            .jdbc()
                            .sql("""
                            select exists (select from pg_locks where not granted and pid <> pg_backend_pid()
                                             and locktype in ('transactionid', 'tuple'))
                            """)
                            .query(Boolean.class)
                            .single(),
                    waiting -> waiting);
            run(other, "select from organization.division where id = '" + ours + "' for update");

            var told = form.get(1, TimeUnit.MINUTES);
            assertThat(told).hasStatus(409);
            assertThat(told.getResponse().getHeader("Retry-After")).isEqualTo("1");
            assertThat(text(told))
                    .contains("/problems/kernel/met-another", "别人正在改动同样的内容")
                    .doesNotContain("incident", "deadlock");
            other.commit();
        }

        assertThat(name(ours)).as("nothing of it was kept").doesNotContain("本方改名");
        assertThat(name(theirs)).isEqualTo("对方改名");
        assertThat(renamed(ours, "本方改名", key, "zh-CN"))
                .as("the same intention, under the same key")
                .hasStatusOk();
        assertThat(name(ours)).isEqualTo("本方改名");
    }

    @Test
    void isToldTheSameOfWhatCannotBePutInOrder() {
        var division = division(freshDivision());
        isRefusedOnce(division, "40001");
        var key = UUID.randomUUID().toString();

        var told = renamed(division, "改名", key, "en");

        assertThat(told).hasStatus(409);
        assertThat(text(told)).contains("/problems/kernel/met-another", "Somebody else is changing the same just now");
        assertThat(renamed(division, "改名", key, "en")).hasStatusOk();
    }
}
