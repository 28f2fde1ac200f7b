package org.yiti.supervision.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;
import org.yiti.law.LawBook;
import org.yiti.law.Rule;
import org.yiti.law.book.LoadedLaw;
import org.yiti.supervision.rulebook.LoadedRulebook;
import org.yiti.supervision.rulebook.Rulebook;

class JudgeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final LawBook LAW = LoadedLaw.into(DATABASE);

    private final JdbcClient jdbc = DATABASE.jdbc();
    private final Clock clock = Clock.fixed(Instant.parse("2026-06-30T01:00:00Z"), ZoneOffset.UTC);
    private final Judge judge = new Judge(DATABASE.dataSource());

    private UUID bureau;
    private UUID other;
    private UUID room;
    private Rulebook rulebook;

    @BeforeEach
    void anOfficeOfTwentyFourForADeputyWhoMayHaveEighteen() {
        jdbc.sql("truncate organization.division, premises.site, supervision.rule, supervision.sweep cascade")
                .update();
        var division = id(
                "insert into organization.division (code, name, level) values ('330000', '浙江省', 'PROVINCE') returning id");
        bureau = institution("A1", division);
        other = institution("A2", division);
        room = office(bureau, "301", "P1", 24);
        office(other, "302", "P2", 30);
        LAW.resolve();
        rulebook = LoadedRulebook.into(DATABASE, LAW, clock);
    }

    @Test
    void aFindingTellsWhatWasFoundByWhichNumbersAndUntilWhen() throws SQLException {
        assertThat(judge.run(officeArea(), DAY, null)).isEqualTo(new Verdict(2, 2, 0, 0, 0));
        var finding = finding();
        assertThat(finding)
                .containsEntry("state", "NEW")
                .containsEntry("severity", "VIOLATION")
                .containsEntry("subject_kind", "room")
                .containsEntry("subject_title", "主楼 301")
                .containsEntry("institution_id", bureau)
                .containsEntry("unit", "m²");
        assertThat(finding.get("number").toString()).matches("F2026-\\d{8}");
        assertThat(finding.get("excess").toString()).isEqualTo("6.00");
        assertThat(finding.get("due_on").toString()).isEqualTo("2026-08-29");
        assertThat(finding.get("parameters").toString())
                .contains("office-area-per-person", "CITY_BUREAU_DEPUTY", "18", "2014-11-24", "表3")
                .doesNotContain("CITY_STAFF");
        assertThat(events()).containsExactly("FOUND");
    }

    @Test
    void aSecondRunChangesNothing() throws SQLException {
        judge.run(officeArea(), DAY, null);
        var before = everything();
        assertThat(judge.run(officeArea(), DAY, null)).isEqualTo(new Verdict(2, 0, 0, 0, 0));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void nextDayOnlyTheDayItWasLastSeenMovesOn() throws SQLException {
        judge.run(officeArea(), DAY, null);
        var version = finding().get("version");
        judge.run(officeArea(), DAY.plusDays(1), null);
        assertThat(finding()).containsEntry("version", version);
        assertThat(finding().get("last_seen")).hasToString("2026-07-01");
        assertThat(finding().get("first_seen")).hasToString("2026-06-30");
        assertThat(events()).containsExactly("FOUND");
    }

    @Test
    void whatWasFoundOnADayThatIsOverStandsInTheHistoryOnThatDay() throws SQLException {
        judge.run(officeArea(), DAY, null);
        assertThat(jdbc.sql("select at from supervision.finding_event order by id limit 1")
                        .query(Instant.class)
                        .single())
                .isEqualTo("2026-06-30T15:59:00Z");
    }

    @Test
    void whatIsNotFoundAnyMoreIsMendedAndComesBackWhenFoundAgain() throws SQLException {
        judge.run(officeArea(), DAY, null);
        area(18);
        assertThat(judge.run(officeArea(), DAY.plusDays(1), null)).isEqualTo(new Verdict(1, 0, 0, 0, 1));
        assertThat(finding()).containsEntry("state", "MENDED");
        assertThat(finding().get("mended_on")).hasToString("2026-07-01");
        area(20);
        assertThat(judge.run(officeArea(), DAY.plusDays(2), null)).isEqualTo(new Verdict(2, 0, 0, 1, 0));
        assertThat(finding()).containsEntry("state", "NEW").containsEntry("mended_on", null);
        assertThat(finding().get("due_on")).hasToString("2026-08-31");
        assertThat(finding().get("excess")).hasToString("2.00");
        assertThat(events()).containsExactly("FOUND", "MENDED", "FOUND_AGAIN");
    }

    @Test
    void whatAPersonDismissedStaysDismissedWhileTheFactsAreTheSame() throws SQLException {
        judge.run(officeArea(), DAY, null);
        state("DISMISSED");
        judge.run(officeArea(), DAY.plusDays(1), null);
        assertThat(finding()).containsEntry("state", "DISMISSED");
        area(18);
        judge.run(officeArea(), DAY.plusDays(2), null);
        area(24);
        judge.run(officeArea(), DAY.plusDays(3), null);
        assertThat(finding()).as("gone and back the same").containsEntry("state", "DISMISSED");
        area(25);
        judge.run(officeArea(), DAY.plusDays(4), null);
        assertThat(finding()).as("another area").containsEntry("state", "NEW");
        assertThat(events()).containsExactly("FOUND", "FOUND_AGAIN");
    }

    @Test
    void whatWasClosedComesBackWhenItHadGoneInBetween() throws SQLException {
        judge.run(officeArea(), DAY, null);
        state("CLOSED");
        judge.run(officeArea(), DAY.plusDays(1), null);
        assertThat(finding()).as("still there: settled by people").containsEntry("state", "CLOSED");
        area(18);
        judge.run(officeArea(), DAY.plusDays(2), null);
        area(24);
        judge.run(officeArea(), DAY.plusDays(3), null);
        assertThat(finding()).containsEntry("state", "NEW");
    }

    @Test
    void factsThatChangeUnderAnOpenFindingAreWrittenDown() throws SQLException {
        judge.run(officeArea(), DAY, null);
        state("VERIFYING");
        area(26);
        assertThat(judge.run(officeArea(), DAY, null)).isEqualTo(new Verdict(2, 0, 1, 0, 0));
        assertThat(finding()).containsEntry("state", "VERIFYING");
        assertThat(finding().get("excess")).hasToString("8.00");
        assertThat(jdbc.sql(
                                "select details -> 'before' ->> 'actual' || ' ' || (details -> 'after' ->> 'actual') from supervision.finding_event where step = 'FACTS_CHANGED'")
                        .query(String.class)
                        .single())
                .isEqualTo("24.00 26.00");
    }

    @Test
    void judgingOneInstitutionLeavesTheOthersAlone() throws SQLException {
        judge.run(officeArea(), DAY, null);
        jdbc.sql("update premises.room set usable_area = 9").update();
        assertThat(judge.run(officeArea(), DAY, Set.of(bureau))).isEqualTo(new Verdict(0, 0, 0, 0, 1));
        assertThat(jdbc.sql("select state from supervision.finding where institution_id = :id")
                        .param("id", other)
                        .query(String.class)
                        .single())
                .isEqualTo("NEW");
    }

    @Test
    void aRuleCanReadFactsAndNothingElse() {
        var spying = withQuestion("select gen_random_uuid() as subject_id, id as institution_id from identity.account");
        assertThatThrownBy(() -> judge.run(spying, DAY, null)).hasMessageContaining("permission denied");
        var writing = withQuestion(
                "with w as (delete from premises.room returning *) select id as subject_id, institution_id from w");
        assertThatThrownBy(() -> judge.run(writing, DAY, null)).isInstanceOf(SQLException.class);
        assertThat(jdbc.sql("select count(*) from premises.room")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aRuleThatFailsIsRecordedAndDoesNotStopTheSweep() {
        var sweeps = new Sweeps(jdbc, clock);
        var broken = withQuestion("select 1 / 0 as subject_id, null::uuid as institution_id");
        var sweep = sweeps.ask("tester");
        assertThat(sweeps.ask("somebody else")).as("one sweep at a time").isEqualTo(sweep);
        var run = new RunSweep(LAW, rulebook, judge, sweeps, clock, event -> {});
        sweeps.start(sweep, 2);
        run.judge(sweep, broken, null);
        run.judge(sweep, rule("premises.office-of-leaver"), null);
        sweeps.finish(sweep);
        assertThat(sweeps.failed(sweep))
                .hasSize(1)
                .first()
                .satisfies(f -> assertThat(f.message()).contains("division by zero"));
        assertThat(sweeps.latest()).get().satisfies(s -> {
            assertThat(s.state()).isEqualTo("DONE");
            assertThat(s.rulesDone()).isEqualTo(2);
        });
    }

    @Test
    void aWholeSweepRunTwiceChangesNothing() {
        var sweeps = new Sweeps(jdbc, clock);
        var run = new RunSweep(LAW, rulebook, judge, sweeps, clock, event -> {});
        run.handle(sweeps.ask(null));
        assertThat(sweeps.failed(sweeps.latest().orElseThrow().id())).isEmpty();
        assertThat(sweeps.latest().orElseThrow().rulesDone())
                .isEqualTo(rulebook.enabled().size());
        var before = everything();
        run.handle(sweeps.ask(null));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatCannotBeJudgedForWantOfDataIsCounted() throws SQLException {
        jdbc.sql("update organization.person set rank = 'COUNTY_CHIEF' where code = 'P1'")
                .update();
        judge.run(officeArea(), DAY, null);
        assertThat(jdbc.sql("select reason || ' ' || objects from supervision.unjudged where institution_id = :id")
                        .param("id", bureau)
                        .query(String.class)
                        .list())
                .containsExactly("RANK_HAS_NO_LIMIT 1");
    }

    @Test
    void rulesKnownFromMemoryShipSwitchedOffAndWhatPeopleSwitchedStaysSwitched() {
        assertThat(rulebook.enabled()).extracting(Rule::id).doesNotContain("energy.non-heating-constraint");
        rulebook.switchTo("premises.office-area", false, "being revised", "tester");
        var again = LoadedRulebook.into(DATABASE, LAW, clock);
        assertThat(again.enabled())
                .extracting(Rule::id)
                .doesNotContain("premises.office-area")
                .contains("premises.service-rooms");
    }

    private Rule officeArea() {
        return rule("premises.office-area");
    }

    private Rule rule(String id) {
        return LAW.rules().stream().filter(r -> r.id().equals(id)).findAny().orElseThrow();
    }

    private Rule withQuestion(String find) {
        var rule = officeArea();
        var question = rule.question();
        return new Rule(
                rule.id(),
                rule.heading(),
                rule.grounds(),
                new Rule.Question(find, null, question.evidence(), question.running(), question.cases(), "x"),
                rule.telling());
    }

    private Map<String, Object> finding() {
        return jdbc.sql("select * from supervision.finding where subject_id = :room")
                .param("room", room)
                .query()
                .singleRow();
    }

    private List<String> events() {
        return jdbc.sql(
                        "select step from supervision.finding_event e join supervision.finding f on f.id = e.finding_id where f.subject_id = :room order by e.id")
                .param("room", room)
                .query(String.class)
                .list();
    }

    private List<String> everything() {
        return jdbc.sql(
                        "select to_jsonb(f)::text || f.xmin::text from supervision.finding f union all select to_jsonb(e)::text from supervision.finding_event e order by 1")
                .query(String.class)
                .list();
    }

    private void area(int squareMetres) {
        jdbc.sql("update premises.room set usable_area = :area where id = :id")
                .param("area", squareMetres)
                .param("id", room)
                .update();
    }

    private void state(String state) {
        jdbc.sql("update supervision.finding set state = :state")
                .param("state", state)
                .update();
    }

    private UUID institution(String code, UUID division) {
        return id(
                "insert into organization.institution (code, name, kind, level, division_id) values ('%s', '%s', 'GOVERNMENT_ORGAN', 'CITY', '%s') returning id"
                        .formatted(code, "单位" + code, division));
    }

    private UUID office(UUID institution, String number, String person, int area) {
        jdbc.sql("""
                insert into premises.site (id, institution_id, code, name) values (md5('site')::uuid, :i, 'S1', '大院') on conflict do nothing""").param("i", institution).update();
        jdbc.sql("""
                insert into premises.building (id, institution_id, site_id, code, name, acquisition, title_status, building_area, storeys)
                values (md5('b')::uuid, :i, md5('site')::uuid, 'B1', '主楼', 'OWNED', 'REGISTERED_TO_BUREAU', 5000, 5) on conflict do nothing""").param("i", institution).update();
        jdbc.sql(
                        "insert into premises.floor (id, institution_id, building_id, number) values (md5('f')::uuid, :i, md5('b')::uuid, 3) on conflict do nothing")
                .param("i", institution)
                .update();
        var who = id(
                "insert into organization.person (institution_id, code, name, rank) values ('%s', '%s', '某%s', 'CITY_BUREAU_DEPUTY') returning id"
                        .formatted(institution, person, person));
        var made = id(
                "insert into premises.room (institution_id, building_id, floor_id, number, use, usable_area) values ('%s', md5('b')::uuid, md5('f')::uuid, '%s', 'OFFICE', %d) returning id"
                        .formatted(institution, number, area));
        jdbc.sql(
                        "insert into premises.occupancy (institution_id, room_id, person_id, starts_on) values (:i, :room, :who, '2020-01-01')")
                .param("i", institution)
                .param("room", made)
                .param("who", who)
                .update();
        return made;
    }

    private UUID id(String sql) {
        return jdbc.sql(sql).query(UUID.class).single();
    }
}
