package org.yiti.supervision.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiti.Journey;
import org.yiti.identity.Account;

/** A sweep that somebody asks for and listens to. */
class SweepJourneyTest extends Journey {

    @Test
    void tellsEveryRuleThatIsDoneUntilItIsOver() throws Exception {
        assertThat(post(ADMINISTRATOR, "/api/supervision/sweeps", Map.of())).hasStatus(202);

        var told = http.get()
                .uri("/api/supervision/sweeps/latest/events")
                .with(as(ADMINISTRATOR))
                .exchange(Duration.ofMinutes(2))
                .getResponse()
                .getContentAsString();

        assertThat(told).contains("event:progress").contains("\"state\":\"DONE\"");
        var last = told.substring(told.lastIndexOf("data:"));
        assertThat(last).contains("\"state\":\"DONE\"");
    }

    @Test
    void whoSeesAPartIsToldNeitherTheCountsOfTheHouseNorWhatTheDatabaseSaid() {
        var id = database.sql("""
                        insert into supervision.sweep (requested_by, requested_at, as_of, state, started_at, finished_at)
                        values ('x', now() + interval '1 hour', current_date, 'DONE', now(), now()) returning id
                        """).query(UUID.class).single();
        var rule = "energy.night-load";
        database.sql("""
                        insert into supervision.sweep_result (sweep_id, rule_id, ms, found, added, changed, reopened, mended, error)
                        values (?, ?, 1, 7, 7, 0, 0, 5, 'value too long: 某单元格')
                        """).param(id).param(rule).update();
        database.sql("update supervision.rule set last_error = 'value too long: 某单元格' where id = ?")
                .param(rule)
                .update();
        var officer = known(officer(UUID.randomUUID()));

        assertThat(json(get(ADMINISTRATOR, "/api/supervision/sweeps/latest")).toString())
                .contains("found=7", "某单元格");
        assertThat(get(ADMINISTRATOR, "/api/supervision/rules/" + rule)
                        .getResponse()
                        .getContentType())
                .isNotNull();
        assertThat(text(ADMINISTRATOR, "/api/supervision/rules/" + rule)).contains("某单元格");
        var told = json(get(officer, "/api/supervision/sweeps/latest"));
        assertThat(told.get("found")).isNull();
        assertThat(told.get("mended")).isNull();
        assertThat(told.toString()).contains(rule).doesNotContain("某单元格");
        assertThat(text(officer, "/api/supervision/rules/" + rule)).doesNotContain("某单元格");
        assertThat(text(officer, "/api/supervision/rules")).doesNotContain("某单元格");
        database.sql("delete from supervision.sweep where id = ?").param(id).update();
        database.sql("update supervision.rule set last_error = null where id = ?")
                .param(rule)
                .update();
    }

    private String text(Account account, String path) {
        return new String(get(account, path).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
