package org.yiti.supervision.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

/** What runs out is called to mind, and no figure of breaches hears of it. */
class ReminderJourneyTest extends Journey {

    private static final Account INSPECTOR = new Account("inspector", "督查", Role.INSPECTOR, null, true);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final LocalDate DAY = TODAY.plusDays(10);
    private static int count;

    private UUID office;
    private UUID driver;

    @BeforeEach
    void aLicenceThatRunsOutInTenDays() {
        var n = ++count;
        if (n == 1) {
            add("organization/divisions", Map.of("code", "982100", "name", "提市", "level", "市级"));
        }
        office = add(
                "organization/institutions",
                Map.of(
                        "code",
                        "R-" + n,
                        "name",
                        "提市第" + n + "局",
                        "kind",
                        "政府机关",
                        "level",
                        "市级",
                        "divisionCode",
                        "982100"));
        driver = add(
                "fleet/drivers",
                Map.of(
                        "institutionCode",
                        "R-" + n,
                        "code",
                        "R-D" + n,
                        "name",
                        "钱师傅",
                        "licenceExpiresOn",
                        DAY.toString()));
    }

    private Map<String, Object> reminder(String state) {
        return Soon.one(
                "a reminder " + state + " about the driver",
                () -> items(get(INSPECTOR, "/api/supervision/findings?subject={d}&state={s}", driver, state)));
    }

    private MvcTestResult step(Account by, Map<String, Object> reminder, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("version", reminder.get("version"));
        return post(by, "/api/supervision/findings/" + reminder.get("id") + "/steps", body);
    }

    private void renew(LocalDate until) {
        var version = ((Number)
                        json(get(ADMINISTRATOR, "/api/fleet/drivers/" + driver)).get("version"))
                .intValue();
        patch(
                ADMINISTRATOR,
                "/api/fleet/drivers/" + driver,
                Map.of("version", version, "licenceExpiresOn", until.toString()));
    }

    @Test
    void fallsDueOnTheDayItRunsOutAndEndsByItselfWhenTheNewDateIsEntered() {
        var found = reminder("NEW");
        assertThat(found)
                .containsEntry("severity", "REMINDER")
                .containsEntry("dueOn", DAY.toString())
                .containsEntry("overdue", false);
        assertThat(found.get("stateName").toString()).contains("待办理");
        assertThat(found.get("summary").toString()).contains("还有 10 天");

        renew(DAY.plusYears(6));

        assertThat(reminder("MENDED")).containsEntry("id", found.get("id"));
    }

    @Test
    void isOverdueOnceItsDayIsPast() {
        reminder("NEW");
        renew(TODAY.minusDays(1));
        reminder("MENDED");

        assertThat(reminder("NEW"))
                .containsEntry("overdue", true)
                .containsEntry("dueOn", TODAY.minusDays(1).toString());
    }

    /** Other rules may have found something about the office by then, for what other tests have in the books. */
    private int breaches() {
        return ((Number) json(get(
                                INSPECTOR,
                                "/api/supervision/findings?institution={i}&state=OPEN&severity=VIOLATION&severity=SUSPICION",
                                office))
                        .get("total"))
                .intValue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void isCountedApartFromEveryBreach() {
        reminder("NEW");

        Map<String, Object> cockpit;
        List<Map<String, Object>> tree;
        int breaches;
        do {
            breaches = breaches();
            cockpit = json(get(INSPECTOR, "/api/insight/cockpit?institution={i}", office));
            tree = list(get(INSPECTOR, "/api/supervision/open-findings"));
        } while (breaches != breaches());

        assertThat((Map<String, Object>) cockpit.get("findings"))
                .containsEntry("reminder", 1)
                .containsEntry("lapsed", 0)
                .containsEntry("open", breaches)
                .containsEntry("unseen", breaches);
        assertThat((List<Map<String, Object>>) cockpit.get("byRule"))
                .extracting("rule")
                .doesNotContain("fleet.licence-due");
        assertThat((List<Map<String, Object>>) cockpit.get("byInstitution")).hasSize(Math.min(1, breaches));
        assertThat(tree.stream().filter(at -> office.toString().equals(at.get("institution"))))
                .hasSize(Math.min(1, breaches));
    }

    @Test
    void isStoppedWithAReasonAndNeitherVerifiedNorDismissed() {
        var found = reminder("NEW");
        assertThat(step(INSPECTOR, found, Map.of("step", "VERIFY"))).hasStatus(409);
        assertThat(step(INSPECTOR, found, Map.of("step", "DISMISS", "note", "x")))
                .hasStatus(409);
        assertThat(step(officer(office), found, Map.of("step", "STOP_REMINDING")))
                .hasStatus(422);
        assertThat(step(INSPECTOR, found, Map.of("step", "STOP_REMINDING", "note", "x")))
                .hasStatus(403);

        assertThat(step(officer(office), found, Map.of("step", "STOP_REMINDING", "note", "不再驾车")))
                .hasStatusOk();
        var stopped = reminder("CLOSED");
        assertThat(stopped.get("stateName").toString()).contains("已停止提醒");
        assertThat(step(officer(office), stopped, Map.of("step", "REMIND_AGAIN")))
                .hasStatusOk();

        assertThat(reminder("NEW")).containsEntry("id", found.get("id"));
    }
}
