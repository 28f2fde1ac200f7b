package org.yiti.supervision.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;
import org.yiti.law.LawBook;
import org.yiti.law.Rule;
import org.yiti.law.book.LoadedLaw;
import org.yiti.supervision.rulebook.LoadedRulebook;

/** A rule that cannot be run says why, does nothing else, and does not keep the others from their work. */
class BrokenRuleTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final LawBook LAW = LoadedLaw.into(DATABASE);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T01:00:00Z"), ZoneOffset.UTC);

    private final JdbcClient jdbc = DATABASE.jdbc();
    private final Sweeps sweeps = new Sweeps(jdbc, CLOCK);

    private static final Map<String, String> BROKEN = new LinkedHashMap<>();
    private static final Map<String, String> BECAUSE = new LinkedHashMap<>();

    private static void broken(String what, String because, String question) {
        BROKEN.put(what, question);
        BECAUSE.put(what, because);
    }

    static {
        var answer = " as subject_id, gen_random_uuid() as institution_id, 'x' as title ";
        broken("a column that does not exist", "r.area does not exist", "select r.area" + answer + "from room r");
        broken("facts that do not exist", "relation \"rooms\" does not exist", "select null" + answer + "from rooms");
        broken("bad SQL", "syntax error", "select from where");
        broken(
                "a division by zero",
                "division by zero",
                "select 1 / (length(code) - length(code))" + answer + "from institution");
        broken(
                "no subject",
                "column f.subject_id does not exist",
                "select id as institution_id, name as title from institution");
        broken("no institution", "column f.institution_id does not exist", "select id as subject_id from institution");
        broken("tables of a module", "permission denied", "select id" + answer + "from premises.room");
        broken("accounts", "permission denied", "select null" + answer + "from identity.account");
        broken("a function of a module", "permission denied", "select energy.rebuild_days(null, null)::text" + answer);
        broken(
                "writing",
                "must be at the top level",
                "with w as (delete from room returning *) select id" + answer + "from w");
        broken("locking", "permission denied", "select id" + answer + "from room for update");
        broken(
                "no end",
                "statement timeout",
                "select gen_random_uuid()" + answer + "from generate_series(1, 1000000000000)");
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrongIsRecorded() {
        var judge = new Judge(DATABASE.dataSource(), Duration.ofMillis(400));
        return BROKEN.entrySet().stream()
                .map(wrong -> dynamicTest(wrong.getKey(), () -> {
                    var run = running(judge);
                    var sweep = sweeps.ask("tester");
                    sweeps.start(sweep, 2);
                    run.judge(sweep, asking(wrong.getValue()), null);
                    run.judge(sweep, rule("fleet.over-quota"), null);
                    sweeps.finish(sweep);
                    assertThat(sweeps.failed(sweep)).singleElement().satisfies(failed -> {
                        assertThat(failed.rule()).isEqualTo("premises.office-area");
                        assertThat(failed.message()).contains(BECAUSE.get(wrong.getKey()));
                    });
                    assertThat(jdbc.sql("select last_error from supervision.rule where id = 'premises.office-area'")
                                    .query(String.class)
                                    .single())
                            .contains(BECAUSE.get(wrong.getKey()));
                    assertThat(sweeps.latest().orElseThrow().rulesDone()).isEqualTo(2);
                }));
    }

    @Test
    void whatOneRuleBreaksNeitherOpensNorClosesFindings() {
        var run = running(new Judge(DATABASE.dataSource()));
        var known = jdbc.sql("""
                        insert into supervision.finding (number, rule_id, rule_hash, subject_kind, subject_id, subject_title, institution_id,
                               severity, facts, evidence, parameters, fingerprint, first_seen, last_seen, due_on)
                        values ('F1', 'premises.office-area', 'x', 'room', gen_random_uuid(), '301', gen_random_uuid(),
                                'VIOLATION', '{}', '[]', '[]', 'x', '2026-01-01', '2026-01-01', '2026-02-01') returning id
                        """).query(UUID.class).single();
        run.judge(null, asking("select nothing from room"), null);
        assertThat(jdbc.sql("select state from supervision.finding where id = :id")
                        .param("id", known)
                        .query(String.class)
                        .single())
                .isEqualTo("NEW");
    }

    @Test
    void aRuleThatRunsAgainForgetsItsError() {
        var run = running(new Judge(DATABASE.dataSource()));
        var errors = new ArrayList<List<String>>();
        for (var rule : List.of(asking("select nothing from room"), rule("premises.office-area"))) {
            run.judge(null, rule, null);
            errors.add(
                    jdbc.sql("select coalesce(last_error, '') from supervision.rule where id = 'premises.office-area'")
                            .query(String.class)
                            .list());
        }
        assertThat(errors.get(0).get(0)).contains("nothing");
        assertThat(errors.get(1).get(0)).isEmpty();
    }

    private RunSweep running(Judge judge) {
        jdbc.sql("truncate organization.division, supervision.rule, supervision.sweep cascade")
                .update();
        jdbc.sql("insert into organization.division (code, name, level) values ('330000', '浙江省', 'PROVINCE')")
                .update();
        jdbc.sql("""
                insert into organization.institution (code, name, kind, level, division_id)
                select 'A1', '市教育局', 'GOVERNMENT_ORGAN', 'CITY', id from organization.division""").update();
        return new RunSweep(LAW, LoadedRulebook.into(DATABASE, LAW, CLOCK), judge, sweeps, CLOCK, event -> {});
    }

    private static Rule rule(String id) {
        return LAW.rules().stream().filter(r -> r.id().equals(id)).findAny().orElseThrow();
    }

    private static Rule asking(String find) {
        var rule = rule("premises.office-area");
        var q = rule.question();
        return new Rule(
                rule.id(),
                rule.heading(),
                rule.grounds(),
                new Rule.Question(find, null, q.evidence(), q.running(), q.cases(), "x"),
                rule.telling());
    }
}
