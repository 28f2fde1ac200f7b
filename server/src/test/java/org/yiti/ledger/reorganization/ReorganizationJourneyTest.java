package org.yiti.ledger.reorganization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiti.Soon;

class ReorganizationJourneyTest extends ReorganizationJourney {

    @Test
    void whoIsTakenOverGivesAwayWhatItHasAndKeepsWhatHappened() {
        applied(drafted(DAY, merge(grain, commerce)));

        assertThat(owners("organization.person")).containsExactly("-C 1");
        assertThat(owners("premises.building")).containsExactly("-C 1");
        assertThat(owners("premises.building_past")).containsExactly("-G 1");
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
    void aNumberThatBothHaveIsLedByWhereItComesFromAndGivenBack() {
        assertThat(post(
                        officer(commerce),
                        "/api/organization/people",
                        Map.of("code", code + "-P", "name", "赵六", "institutionCode", code + "-C", "rank", "科员")))
                .hasStatus(201);
        var before = everything();
        var path = drafted(DAY, merge(grain, commerce));

        assertThat(previewed(path).get("codes").toString()).contains(code + "-G-" + code + "-P");
        applied(path);
        assertThat(rows("t.code", "from organization.person t where t.code like '%' || :code || '-P' order by 1"))
                .containsExactlyInAnyOrder(code + "-P", code + "-G-" + code + "-P");

        assertThat(post(ADMINISTRATOR, path + "/undo", Map.of())).hasStatus(200);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void onePlateOfBothStandsInTheWay() {
        var there = json(get(ADMINISTRATOR, "/api/fleet/vehicles/" + vehicle));
        assertThat(post(
                        officer(commerce),
                        "/api/fleet/vehicles",
                        Map.of(
                                "plate",
                                there.get("plate"),
                                "institutionCode",
                                code + "-C",
                                "type",
                                "其他按规定配备的公务用车",
                                "body",
                                "轿车",
                                "energy",
                                "汽油",
                                "markStatus",
                                "已标识")))
                .hasStatus(201);

        var result = post(ADMINISTRATOR, drafted(DAY, merge(grain, commerce)) + "/preview", Map.of());

        assertThat(result).hasStatus(409);
        assertThat(json(result).get("title").toString())
                .contains(there.get("plate").toString());
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
    void theLifeLineAndTheAuditLogTellOfIt() {
        var path = drafted(DAY, merge(grain, commerce));
        applied(path);

        assertThat(items(get(ADMINISTRATOR, "/api/objects/vehicle/" + vehicle + "/lifeline")))
                .anySatisfy(
                        entry -> assertThat(String.valueOf(entry.get("note"))).contains("改委发〔2026〕1号"));
        assertThat(items(get(AUDITOR, "/api/safeguard/audit/entries?action=reorganization.applied")))
                .extracting(entry -> entry.get("object"))
                .contains("ledger.reorganization" + path.substring(PATH.length()));
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

    @Test
    void aDepartmentOfSomebodyElseStaysInTheRoomsItUses() {
        add(
                "premises/rooms",
                Map.of(
                        "buildingCode",
                        code + "-B",
                        "number",
                        "104",
                        "floorNumber",
                        1,
                        "institutionCode",
                        code + "-G",
                        "use",
                        "办公室",
                        "usableArea",
                        9));
        add(
                "premises/occupancies",
                Map.of(
                        "buildingCode",
                        code + "-B",
                        "roomNumber",
                        "104",
                        "institutionCode",
                        code + "-C",
                        "departmentCode",
                        "01",
                        "startsOn",
                        "2024-03-01"));

        applied(drafted(DAY, merge(grain, commerce)));

        assertThat(
                        rows(
                                "d.code || ' ' || coalesce(d.starts_on::text, 'as before')",
                                "from premises.occupancy o join premises.room r on r.id = o.room_id join premises.building b on b.id = r.building_id"
                                        + " join organization.department d on d.id = o.department_id where b.code = :code || '-B' and r.number = '104'"))
                .containsExactly("01 as before");
    }
}
