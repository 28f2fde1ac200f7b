package org.yiti.ledger.reorganization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Granted;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.Role;

/** Who may decide what, and when it is done. */
class DecisionJourneyTest extends ReorganizationJourney {

    @Autowired
    private ReorganizationJobs jobs;

    @Autowired
    private ReorganizationsLeftBehind leftBehind;

    @Test
    @SuppressWarnings("unchecked")
    void rightsFollowTheRowsAndThePreviewSaysWhose() {
        var formerly = known(new Account("rg-g-" + code, "粮食经办", Role.OFFICER, grain, false));
        var fromNowOn = known(new Account("rg-c-" + code, "商务经办", Role.OFFICER, commerce, false));
        var path = drafted(DAY, merge(grain, commerce));
        assertThat((List<Map<String, Object>>) previewed(path).get("rights"))
                .filteredOn(sight -> sight.get("account").toString().endsWith(code))
                .containsExactlyInAnyOrder(
                        Map.of(
                                "account",
                                formerly.account(),
                                "name",
                                "粮食经办",
                                "gains",
                                List.of(),
                                "loses",
                                List.of("改市粮食局")),
                        Map.of(
                                "account",
                                fromNowOn.account(),
                                "name",
                                "商务经办",
                                "gains",
                                List.of("改市粮食局"),
                                "loses",
                                List.of()));
        assertThat(get(formerly, "/api/fleet/vehicles/" + vehicle)).hasStatus(200);
        assertThat(get(fromNowOn, "/api/fleet/vehicles/" + vehicle)).hasStatus(404);

        applied(path);

        assertThat(get(formerly, "/api/fleet/vehicles/" + vehicle)).hasStatus(404);
        assertThat(get(fromNowOn, "/api/fleet/vehicles/" + vehicle)).hasStatus(200);
        assertThat(items(get(fromNowOn, "/api/fleet/trips")))
                .as("the story of who was taken over")
                .hasSize(1);
        assertThat(items(get(formerly, "/api/fleet/trips"))).hasSize(1);
    }

    @Test
    void nobodyTakesAnInstitutionOutOfTheSightOfThoseAboveIt() {
        var officer = known(officer(grain));
        assertThat(post(officer, PATH, draft(DAY, Map.of("kind", "MOVE", "institution", school, "target", commerce))))
                .hasStatus(403);
        assertThat(post(officer, PATH, draft(DAY, merge(grain, school)))).hasStatus(403);
        var path = drafted(DAY, merge(commerce, government));
        assertThat(get(officer, path)).hasStatus(404);
        assertThat(items(get(officer, PATH))).isEmpty();
    }

    @Test
    void aCircleADayTooEarlyAndWhatWasChangedLaterAreRefused() {
        assertThat(json(post(ADMINISTRATOR, drafted(DAY, merge(grain, school)) + "/preview", Map.of()))
                        .get("title")
                        .toString())
                .contains("就在");
        var now = json(get(ADMINISTRATOR, "/api/fleet/vehicles/" + vehicle));
        patch(
                ADMINISTRATOR,
                "/api/fleet/vehicles/" + vehicle,
                Map.of(
                        "version",
                        now.get("version"),
                        "status",
                        "封存",
                        "since",
                        TODAY.minusDays(2).toString()));
        var later = post(ADMINISTRATOR, drafted(DAY, merge(grain, commerce)) + "/preview", Map.of());
        assertThat(later).hasStatus(409);
        assertThat(json(later).get("title").toString()).contains("车辆").contains("1");
        applied(drafted(DAY, Map.of("kind", "MOVE", "institution", school, "target", commerce)));
        var early = post(
                ADMINISTRATOR,
                drafted(DAY.minusDays(5), Map.of("kind", "MOVE", "institution", school, "target", government))
                        + "/preview",
                Map.of());
        assertThat(early).hasStatus(409);
        assertThat(json(early).get("title").toString()).contains(DAY.toString());
    }

    @Test
    void aStepThatMakesNoSenseIsRefusedWhereItStands() {
        var refused = post(
                ADMINISTRATOR,
                PATH,
                draft(
                        DAY,
                        merge(grain, commerce),
                        merge(grain, school),
                        Map.of("kind", "RENAME", "institution", school),
                        Map.of("kind", "MOVE", "institution", school, "target", school)));
        assertThat(refused).hasStatus(422);
        assertThat(json(refused).toString())
                .contains("/steps/1/institution")
                .contains("/steps/2/name")
                .contains("/steps/3/target");
        assertThat(post(ADMINISTRATOR, PATH, draft(DAY, merge(grain, UUID.randomUUID()))))
                .hasStatus(422);
        assertThat(post(ADMINISTRATOR, PATH, draft(TODAY.plusYears(3), merge(grain, commerce))))
                .hasStatus(422);
    }

    @Test
    void whatLooksDifferentByNowIsNotDone() {
        var path = drafted(DAY, merge(grain, commerce));
        var seen = previewed(path).get("fingerprint");
        add(
                "premises/rooms",
                Map.of(
                        "buildingCode",
                        code + "-B",
                        "number",
                        "103",
                        "floorNumber",
                        1,
                        "institutionCode",
                        code + "-G",
                        "use",
                        "办公室",
                        "usableArea",
                        9,
                        "since",
                        TODAY.minusDays(30).toString()));

        assertThat(post(ADMINISTRATOR, path + "/apply", Map.of("seen", seen))).hasStatus(409);

        assertThat(owners("premises.room")).containsExactly("-G 3");
        assertThat(json(get(ADMINISTRATOR, path))).containsEntry("state", "DRAFT");
    }

    @Test
    void whatIsDecidedForADayIsDoneOnIt() {
        var path = drafted(TODAY.plusDays(20), merge(grain, commerce));
        assertThat(applied(path)).containsEntry("state", "PLANNED");
        assertThat(owners("fleet.vehicle")).containsExactly("-G 1");
        jobs.run();
        assertThat(owners("fleet.vehicle")).as("its day has not come").containsExactly("-G 1");

        database.sql("update ledger.reorganization set effective_on = ? where id = ?::uuid")
                .param(TODAY)
                .param(path.substring(PATH.length() + 1))
                .update();
        jobs.run();

        assertThat(json(get(ADMINISTRATOR, path))).containsEntry("state", "APPLIED");
        assertThat(owners("fleet.vehicle")).containsExactly("-C 1");
    }

    @Test
    void whatCannotBeDoneOnItsDaySaysWhy() {
        var path = drafted(TODAY.plusDays(20), merge(grain, commerce));
        applied(path);
        var now = json(get(ADMINISTRATOR, "/api/organization/institutions/" + commerce));
        patch(
                ADMINISTRATOR,
                "/api/organization/institutions/" + commerce,
                Map.of("version", now.get("version"), "parentCode", code + "-S"));
        database.sql("update ledger.reorganization set effective_on = ? where id = ?::uuid")
                .param(TODAY)
                .param(path.substring(PATH.length() + 1))
                .update();

        jobs.run();

        assertThat(json(get(ADMINISTRATOR, path)))
                .containsEntry("state", "PLANNED")
                .hasEntrySatisfying(
                        "problem", problem -> assertThat(problem.toString()).contains("就在"));
        assertThat(json(post(ADMINISTRATOR, path + "/call-off", Map.of()))).containsEntry("state", "DRAFT");
    }

    @Test
    void whatIsPlannedIsDoneByTheRightsThatItsDeciderHasOnItsDayOrWaitsForAnother() {
        var planner = known(new Account("rg-p-" + code, "规划", Role.ADMINISTRATOR, null, true));
        var path = drafted(TODAY.plusDays(20), merge(grain, commerce));
        var id = UUID.fromString(path.substring(PATH.length() + 1));
        assertThat(post(planner, path + "/apply", Map.of("seen", previewed(path).get("fingerprint"))))
                .hasStatus(200);
        assertThat(leftBehind.of(planner.account()))
                .singleElement()
                .satisfies(item -> assertThat(item.id()).isEqualTo(id));
        Granted.only(database, planner.account());
        database.sql("update ledger.reorganization set effective_on = ? where id = ?")
                .param(TODAY)
                .param(id)
                .update();

        jobs.run();

        assertThat(owners("fleet.vehicle")).containsExactly("-G 1");
        assertThat(json(get(ADMINISTRATOR, path)))
                .containsEntry("state", "PLANNED")
                .hasEntrySatisfying(
                        "problem", problem -> assertThat(problem.toString()).contains("接手"));

        Acting.as(ADMINISTRATOR, () -> leftBehind.handOver(id, ADMINISTRATOR.account()));
        jobs.run();

        assertThat(json(get(ADMINISTRATOR, path))).containsEntry("state", "APPLIED");
        assertThat(owners("fleet.vehicle")).containsExactly("-C 1");
    }

    @Test
    void theListComesPageByPageTheNewestDayFirst() {
        drafted(DAY.minusDays(1), merge(grain, commerce));
        drafted(DAY, merge(grain, commerce));
        drafted(DAY, merge(grain, government));
        var all = items(get(ADMINISTRATOR, PATH + "?limit=500"));

        var paged = new ArrayList<Map<String, Object>>();
        Object next = "";
        while (next != null) {
            var page = json(get(ADMINISTRATOR, PATH + "?limit=2" + (next.equals("") ? "" : "&after=" + next)));
            assertThat(page).containsEntry("total", all.size());
            paged.addAll((List<Map<String, Object>>) page.get("items"));
            next = page.get("next");
        }

        assertThat(paged).isEqualTo(all).hasSizeGreaterThan(2);
        assertThat(paged).extracting("effectiveOn").map(String::valueOf).isSortedAccordingTo(Comparator.reverseOrder());
    }
}
