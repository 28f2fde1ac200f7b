package org.yiti.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.yiti.Journey;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

/** Reading what is guarded is an act: who, what for, which rows and columns, once a request, or nothing is shown. */
@TestPropertySource(properties = "yiti.of=ReadingJourneyTest")
class ReadingJourneyTest extends Journey {

    private static final Account INSPECTOR = new Account("reads-inspector", "督查", Role.INSPECTOR, null, true);
    private static UUID institution;
    private static List<UUID> people;

    @BeforeEach
    void threePeople() {
        if (institution != null) {
            return;
        }
        add("organization/divisions", Map.of("code", "971650", "name", "阅读市", "level", "市级"));
        institution = add(
                "organization/institutions",
                Map.of("code", "RDA-1", "name", "阅读市财政局", "kind", "政府机关", "level", "市级", "divisionCode", "971650"));
        people = IntStream.rangeClosed(1, 3)
                .mapToObj(n -> add(
                        "organization/people",
                        Map.of("code", "RDA-P" + n, "name", "令狐阅" + n, "institutionCode", "RDA-1", "rank", "正局(处)级")))
                .toList();
    }

    private Account officer() {
        return new Account("reads-" + UUID.randomUUID(), "经办人", Role.OFFICER, institution, false);
    }

    private List<Map<String, Object>> readings(Account account) {
        return items(get(AUDITOR, "/api/safeguard/audit/entries?action=data.read&actor=account/" + account.account()));
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> opened(Map<String, Object> entry) {
        var opened = json(get(AUDITOR, "/api/safeguard/audit/entries/" + entry.get("seq")));
        var values = (List<Map<String, Object>>) opened.get("opened");
        assertThat(values).allSatisfy(value -> assertThat(value).containsEntry("matches", true));
        return values.stream()
                .collect(Collectors.toMap(
                        value -> (String) value.get("field"), value -> String.valueOf(value.get("value"))));
    }

    @Test
    void aListIsOneEntryThatTellsWhoReadWhichRowsAndColumnsAndWhatFor() {
        var officer = officer();
        assertThat(get(officer, "/api/organization/people?institution=" + institution + "&limit=2"))
                .hasStatusOk();

        var readings = readings(officer);
        assertThat(readings).hasSize(1);
        assertThat(readings.get(0))
                .containsEntry("object", "ledger/organization.person")
                .containsEntry("outcome", "done");
        assertThat(readings.get(0).get("institution").toString()).contains(institution.toString());
        var told = opened(readings.get(0));
        assertThat(told)
                .containsEntry("read", "organization.person 2: name")
                .containsEntry("values", "2")
                .containsEntry("workingFor", "DAILY")
                .containsEntry("request", "GET /api/organization/people");
        // the third was only looked at, to know that there is another page
        assertThat(told.get("rows").split(" "))
                .containsExactly(people.get(0).toString(), people.get(1).toString());
        assertThat(told.toString()).doesNotContain("令狐");
    }

    @Test
    void anObjectIsOneEntryAboutItHoweverOftenItsNameStandsThere() {
        var officer = officer();
        get(officer, "/api/objects/person/" + people.get(0));

        var readings = readings(officer);
        assertThat(readings).hasSize(1);
        assertThat(readings.get(0)).containsEntry("object", "organization.person/" + people.get(0));
        assertThat(opened(readings.get(0))).containsEntry("values", "1").doesNotContainKey("rows");
    }

    @Test
    void whoSeesMasksHasReadNothing() {
        get(INSPECTOR, "/api/organization/people?institution=" + institution);
        get(INSPECTOR, "/api/objects/person/" + people.get(0));

        assertThat(readings(INSPECTOR)).isEmpty();
    }

    @Test
    void whoIsRefusedHasReadNothing() {
        var officer = officer();
        assertThat(get(officer, "/api/organization/people/" + UUID.randomUUID()))
                .hasStatus(404);

        assertThat(readings(officer)).isEmpty();
    }

    @Test
    void theAnswerToAWriteIsReadAsWell() {
        var officer = officer();
        var row = json(get(officer, "/api/organization/people/" + people.get(2)));
        assertThat(patch(
                        officer,
                        "/api/organization/people/" + people.get(2),
                        Map.of("version", row.get("version"), "retiredOn", "2041-01-01")))
                .hasStatusOk();

        assertThat(readings(officer)).hasSize(2);
    }

    @Test
    void aLifeLineTellsWhoseNamesItHandedOut() {
        var row = json(get(ADMINISTRATOR, "/api/organization/people/" + people.get(1)));
        patch(
                ADMINISTRATOR,
                "/api/organization/people/" + people.get(1),
                Map.of("version", row.get("version"), "name", "令狐改"));
        var officer = officer();
        get(officer, "/api/objects/person/" + people.get(1) + "/lifeline");

        assertThat(opened(readings(officer).get(0))).containsEntry("read", "organization.person 1: name");
    }

    @Test
    void theWholeStoryOfAPersonHasWhoReadThemInAList() {
        var officer = officer();
        get(officer, "/api/organization/people?institution=" + institution);

        var story = items(get(AUDITOR, "/api/safeguard/audit/objects/" + people.get(1) + "?limit=500"));
        assertThat(story)
                .anySatisfy(entry -> assertThat(entry)
                        .containsEntry("action", "data.read")
                        .containsEntry("actor", "account/" + officer.account()));
        assertThat(items(get(AUDITOR, "/api/safeguard/audit/entries?limit=500&q=" + people.get(1))))
                .anySatisfy(entry -> assertThat(entry).containsEntry("actor", "account/" + officer.account()));
        var foreign = new Account("reads-elsewhere", "审计", Role.AUDIT_ADMINISTRATOR, UUID.randomUUID(), false);
        assertThat(items(get(foreign, "/api/safeguard/audit/objects/" + people.get(1))))
                .isEmpty();
    }

    @Test
    void theListOfEntriesHasReadingsOnlyForWhoAsksForThem() {
        get(officer(), "/api/organization/people?institution=" + institution);
        var entries = "/api/safeguard/audit/entries?limit=500";

        assertThat(items(get(AUDITOR, entries)))
                .noneMatch(entry -> entry.get("action").equals("data.read"));
        assertThat(items(get(AUDITOR, entries + "&action=any")))
                .anyMatch(entry -> entry.get("action").equals("data.read"))
                .anyMatch(entry -> entry.get("action").equals("ledger.created"));
        assertThat(items(get(AUDITOR, entries + "&action=data.read")))
                .isNotEmpty()
                .allMatch(entry -> entry.get("action").equals("data.read"));
    }

    @Test
    void whatCannotBeSealedIsNotShown() {
        database.sql("""
                        create function public.refuses_blocked() returns trigger language plpgsql as $$
                        begin
                            if new.actor like 'account/reads-blocked%' then raise exception 'the log is full'; end if;
                            return new;
                        end $$
                        """).update();
        database.sql(
                        "create trigger blocked before insert on safeguard.entry for each row execute function public.refuses_blocked()")
                .update();
        var blocked = new Account("reads-blocked", "经办人", Role.OFFICER, institution, false);

        var refused = get(blocked, "/api/organization/people?institution=" + institution);

        assertThat(refused).hasStatus(503);
        assertThat(json(refused)).containsEntry("type", "/problems/safeguard/reading-not-sealed");
        assertThat(json(refused).toString()).doesNotContain("令狐");
        assertThat(get(blocked, "/api/organization/institutions")).hasStatusOk();
        database.sql("drop trigger blocked on safeguard.entry").update();
    }
}
