package org.yiti.calendar.days;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yiti.Journey;

class CalendarDaysJourneyTest extends Journey {

    @Test
    void tellsOnlyTheDaysThatAreNotWhatTheirWeekdaySays() {
        assertThat(get(ADMINISTRATOR, "/api/calendar/days?from=2026-09-28&to=2026-10-11"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.days[?(@.kind == 'HOLIDAY')].date",
                        dates -> dates.assertThat()
                                .asArray()
                                .contains("2026-10-01")
                                .doesNotContain("2026-09-30"))
                .hasPathSatisfying(
                        "$.uncovered", years -> years.assertThat().asArray().isEmpty());
    }

    @Test
    void namesTheYearsWhoseNoticeIsNotKnownYet() {
        assertThat(get(ADMINISTRATOR, "/api/calendar/days?from=2026-12-01&to=2099-01-31"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.uncovered", years -> years.assertThat().asArray().contains(2046));
    }
}
