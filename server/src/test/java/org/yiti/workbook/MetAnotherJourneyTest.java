package org.yiti.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An import that locks rows another locks in another order: the database lets only one of them go on. */
class MetAnotherJourneyTest extends ImportJourney {

    private void meets(int times, String code) {
        database.sql("create sequence organization.meetings").update();
        database.sql("""
                create function organization.meet() returns trigger language plpgsql security definer as $$
                begin
                    if nextval('organization.meetings') <= %d then
                        raise exception 'met another' using errcode = 'deadlock_detected';
                    end if;
                    return new;
                end $$
                """.formatted(times)).update();
        database.sql(
                        "create trigger meets before insert on organization.division for each row when (new.code = '%s') execute function organization.meet()"
                                .formatted(code))
                .update();
    }

    @AfterEach
    void nobodyIsMetAnyMore() {
        database.sql("drop trigger meets on organization.division").update();
        database.sql("drop function organization.meet").update();
        database.sql("drop sequence organization.meetings").update();
    }

    @Test
    void beginsAgainAndIsApplied() throws InterruptedException {
        meets(2, "979910");

        var applied = imported("相遇.csv", "区划代码,区划名称,级别\n979910,相遇市,市级\n");

        assertThat(sheet(applied)).containsEntry("added", 1);
    }

    @Test
    void isToldAfterThreeAttemptsAndCanBeAppliedLater() throws InterruptedException {
        meets(3, "979911");
        var id = upload(ADMINISTRATOR, "又遇.csv", "区划代码,区划名称,级别\n979911,又遇市,市级\n".getBytes(UTF_8));
        assertThat(rested(id)).containsEntry("state", "CHECKED");

        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", false));
        assertThat(rested(id))
                .containsEntry("state", "CHECKED")
                .extractingByKey("refusal")
                .isNotNull();

        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", false));
        assertThat(rested(id)).containsEntry("state", "APPLIED");
    }
}
