package org.yiti.ledger.reorganization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Soon;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

class ReorganizationJourneyTest extends ReorganizationJourney {

    @Autowired
    private ReorganizationJobs jobs;

    @Test
    void whoIsTakenOverGivesAwayWhatItHasAndKeepsWhatHappened() {
        applied(drafted(DAY, merge(grain, commerce)));

        assertThat(owners("organization.person")).containsExactly("-C 1");
        assertThat(owners("premises.building")).containsExactly("-C 1");
        assertThat(owners("premises.room")).containsExactly("-C 2");
        assertThat(owners("premises.occupancy")).containsExactly("-C 2");
        assertThat(owners("fleet.vehicle")).containsExactly("-C 1");
        assertThat(owners("fleet.trip")).containsExactly("-G 1");
        assertThat(owners("fleet.insurance")).as("the one that is over stays").containsExactly("-C 1", "-G 1");
        assertThat(owners("organization.establishment")).containsExactly("-G 1");
        assertThat(
                        rows(
                                "ends_on::text",
                                "from organization.establishment e join organization.institution i on i.id = e.institution_id where i.code = :code || '-G'"))
                .containsExactly(DAY.minusDays(1).toString());
        assertThat(
                        rows(
                                "coalesce(p.code, '') || ' ' || i.dissolved_on || ' ' || i.since",
                                "from organization.institution i join organization.institution p on p.id = i.parent_id where i.code = :code || '-G'"))
                .containsExactly(code + "-C " + DAY + " " + DAY);
        assertThat(
                        rows(
                                "p.code",
                                "from organization.institution i join organization.institution p on p.id = i.parent_id where i.code = :code || '-S'"))
                .containsExactly(code + "-C");
    }

    @Test
    void departmentsPostsAndAppointmentsEndAndGoOnAnewUnderFreeCodes() {
        applied(drafted(DAY, merge(grain, commerce)));

        assertThat(
                        rows(
                                "d.code || ' ' || d.name || ' ' || coalesce(d.starts_on::text, '-') || ' ' || coalesce(d.ends_on::text, '-')",
                                "from organization.department d join organization.institution i on i.id = d.institution_id where i.code = :code || '-C' order by d.code"))
                .containsExactly("01 办公室 - -", "02 储备科 " + DAY + " -", code + "-G-01 办公室 " + DAY + " -");
        assertThat(
                        rows(
                                "a.title || ' ' || i.code || ' ' || p.code || ' ' || substr(q.code, length(i.code) + 2) || a.starts_on || ' ' || coalesce(a.ends_on::text, '-')",
                                "from organization.appointment a join organization.institution i on i.id = a.institution_id join organization.post p on p.id = a.post_id and p.institution_id = i.id"
                                        + " join organization.institution q on q.id = p.institution_id where i.code like :code || '-%' order by a.starts_on"))
                .containsExactly(
                        "科长 " + code + "-G A 2024-03-01 " + DAY.minusDays(1), "科长 " + code + "-C A " + DAY + " -");
        assertThat(
                        rows(
                                "d.code || ' ' || i.code",
                                "from organization.person p join organization.department d on d.id = p.department_id join organization.institution i on i.id = d.institution_id where p.code = :code || '-P'"))
                .containsExactly(code + "-G-01 " + code + "-C");
        assertThat(
                        rows(
                                "i.code || ' ' || d.code || ' ' || p.ends_on",
                                "from organization.person_past p join organization.institution i on i.id = p.institution_id join organization.department d on d.id = p.department_id where i.code like :code || '%'"))
                .containsExactly(code + "-G 01 " + DAY.minusDays(1));
        assertThat(
                        rows(
                                "d.code",
                                "from premises.occupancy o join organization.department d on d.id = o.department_id join organization.institution i on i.id = d.institution_id where i.code = :code || '-C'"))
                .containsExactly("02");
    }

    @Test
    @SuppressWarnings("unchecked")
    void thePreviewTellsWhatWouldHappenAndChangesNothing() {
        var before = everything();
        var path = drafted(DAY, merge(grain, commerce));
        var outcome = previewed(path);

        assertThat(everything()).isEqualTo(before);
        assertThat((List<Map<String, Object>>) outcome.get("ledgers"))
                .filteredOn(ledger -> List.of(
                                "premises/rooms",
                                "organization/departments",
                                "organization/establishments",
                                "fleet/trips",
                                "fleet/insurances")
                        .contains(ledger.get("path")))
                .extracting(ledger -> ledger.get("path") + " " + ledger.get("goes") + " " + ledger.get("anew") + " "
                        + ledger.get("ends") + " " + ledger.get("stays"))
                .containsExactlyInAnyOrder(
                        "premises/rooms 2 0 0 0",
                        "organization/departments 0 2 0 0",
                        "organization/establishments 0 0 1 0",
                        "fleet/trips 0 0 0 1",
                        "fleet/insurances 1 0 0 1");
        assertThat((List<Map<String, Object>>) outcome.get("codes"))
                .extracting(changed -> changed.get("becomes"))
                .containsExactly(code + "-G-01");
        assertThat(json(get(ADMINISTRATOR, path))).containsEntry("state", "DRAFT");
    }

    @Test
    void undoingItGivesEverythingBackAsItWas() {
        var before = everything();
        var path = drafted(
                DAY, merge(grain, commerce), Map.of("kind", "RENAME", "institution", commerce, "name", "改市商务和粮食局"));
        applied(path);
        assertThat(everything()).isNotEqualTo(before);

        assertThat(post(ADMINISTRATOR, path + "/undo", Map.of())).hasStatus(200);

        assertThat(everything()).isEqualTo(before);
        assertThat(json(get(ADMINISTRATOR, path))).containsEntry("state", "UNDONE");
        assertThat(post(ADMINISTRATOR, path + "/undo", Map.of())).hasStatus(409);
    }

    @Test
    void whatHasGoneOnSinceIsNotUndone() {
        var path = drafted(DAY, merge(grain, commerce));
        applied(path);
        add(
                "organization/people",
                Map.of(
                        "code",
                        code + "-Q",
                        "name",
                        "赵六",
                        "institutionCode",
                        code + "-C",
                        "departmentCode",
                        code + "-G-01",
                        "rank",
                        "科员"));
        var after = everything();

        var refused = post(ADMINISTRATOR, path + "/undo", Map.of());

        assertThat(refused).hasStatus(409);
        assertThat(json(refused).get("title").toString()).contains("人员 1");
        assertThat(everything()).isEqualTo(after);
    }

    @Test
    void changesOfOtherColumnsSinceStandInNobodysWay() {
        var path = drafted(DAY, merge(grain, commerce));
        applied(path);
        var now = json(get(ADMINISTRATOR, "/api/fleet/vehicles/" + vehicle));
        assertThat(patch(
                        ADMINISTRATOR,
                        "/api/fleet/vehicles/" + vehicle,
                        Map.of("version", now.get("version"), "brandModel", "红旗 H9")))
                .hasStatus(200);

        assertThat(post(ADMINISTRATOR, path + "/undo", Map.of())).hasStatus(200);

        assertThat(
                        rows(
                                "i.code || v.brand_model",
                                "from fleet.vehicle v join organization.institution i on i.id = v.institution_id where i.code like :code || '-%'"))
                .containsExactly(code + "-G红旗 H9");
    }

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
        assertThat(get(officer, PATH).getResponse().getStatus()).isEqualTo(200);
        var path = drafted(DAY, merge(commerce, government));
        assertThat(get(officer, path)).hasStatus(404);
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
    void theLifeLineAndTheAuditLogTellOfIt() {
        applied(drafted(DAY, merge(grain, commerce)));

        assertThat(items(get(ADMINISTRATOR, "/api/objects/vehicle/" + vehicle + "/lifeline")))
                .anySatisfy(
                        entry -> assertThat(String.valueOf(entry.get("note"))).contains("改委发〔2026〕1号"));
        assertThat(items(get(AUDITOR, "/api/safeguard/audit/entries?action=reorganization.applied")))
                .isNotEmpty();
    }

    @Test
    void findingsFollowTheirSubjects() {
        var room = database.sql(
                        "select r.id from premises.room r join premises.building b on b.id = r.building_id where b.code = ? and r.number = '101'")
                .param(code + "-B")
                .query(UUID.class)
                .single();
        var now = json(get(ADMINISTRATOR, "/api/premises/rooms/" + room));
        patch(
                ADMINISTRATOR,
                "/api/premises/rooms/" + room,
                Map.of("version", now.get("version"), "usableArea", 30, "since", "2024-03-01"));
        Soon.one(
                "a finding",
                () -> items(
                        get(ADMINISTRATOR, "/api/supervision/findings?rule=premises.office-area&subject={r}", room)));

        applied(drafted(DAY, merge(grain, commerce)));

        Soon.soon(
                "the finding of who has the room now",
                () -> rows(
                        "i.code",
                        "from supervision.finding f join organization.institution i on i.id = f.institution_id where f.rule_id = 'premises.office-area' and f.subject_id = '"
                                + room + "'"),
                found -> found.equals(List.of(code + "-C")));
    }
}
