package org.yiti.supervision.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yiti.TestDatabase;
import org.yiti.law.LawBook;
import org.yiti.law.Rule;
import org.yiti.law.book.JudgedCases;
import org.yiti.law.book.JudgedCases.Judged;
import org.yiti.law.book.LoadedLaw;
import org.yiti.supervision.rulebook.LoadedRulebook;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of what each rule found when its facts are mended, break again, or are taken away. */
class MendingTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final LawBook LAW = LoadedLaw.into(DATABASE);
    private static final JudgedCases CASES = new JudgedCases(LAW.rules());

    static {
        LoadedRulebook.into(DATABASE, LAW, Clock.systemUTC());
    }

    @TestFactory
    Stream<DynamicTest> whatIsMendedClosesItselfAndComesBackWhenItIsFoundAgain() {
        return LAW.rules().stream()
                .map(rule -> dynamicTest(rule.id(), () -> {
                    forget(rule);
                    var broken = first(rule, c -> !c.found().isEmpty());
                    var sound = first(rule, c -> c.found().isEmpty() && namesNone(c.notJudged()));

                    settle(rule, broken);
                    assertThat(states(rule)).hasSize(broken.found().size()).containsOnly("NEW");
                    assertThat(settle(rule, broken))
                            .as("a second run")
                            .isEqualTo(new Verdict(broken.found().size(), 0, 0, 0, 0));
                    settle(rule, sound);
                    assertThat(states(rule)).hasSize(broken.found().size()).containsOnly("MENDED");
                    settle(rule, broken);
                    assertThat(states(rule)).hasSize(broken.found().size()).containsOnly("NEW");
                    assertThat(steps(rule)).containsExactly("FOUND", "MENDED", "FOUND_AGAIN");
                }));
    }

    @TestFactory
    Stream<DynamicTest> takingTheFactsAwayMendsNothing() {
        return LAW.rules().stream()
                .filter(rule -> CASES.of(rule).stream().anyMatch(c -> !namesNone(c.notJudged())))
                .map(rule -> dynamicTest(rule.id(), () -> {
                    forget(rule);
                    var blind = first(rule, c -> !namesNone(c.notJudged()));
                    var about = blind.notJudged().stream()
                            .filter(row -> row.get("subject_id") != null)
                            .findFirst()
                            .orElseThrow();
                    var broken = first(rule, c -> !c.found().isEmpty()).found().get(0);
                    broken.put("subject_id", about.get("subject_id"));
                    if (about.get("episode") != null) {
                        broken.put("episode", about.get("episode"));
                    }

                    settle(rule, new Judged("broken", blind.asOf(), List.of(broken), List.of()));
                    settle(rule, blind);
                    settle(rule, blind);
                    assertThat(states(rule)).containsOnly("NEW");
                    assertThat(steps(rule)).containsExactly("FOUND", "NOT_JUDGED");
                }));
    }

    private static void forget(Rule rule) {
        DATABASE.jdbc()
                .sql("delete from supervision.finding where rule_id = :rule")
                .param("rule", rule.id())
                .update();
    }

    private static Judged first(Rule rule, Predicate<Judged> wanted) {
        return CASES.of(rule).stream().filter(wanted).findFirst().orElseThrow();
    }

    private static boolean namesNone(List<Map<String, Object>> notJudged) {
        return notJudged.stream().allMatch(row -> row.get("subject_id") == null);
    }

    /** As the judge does, with the answers of the case instead of asking. */
    private static Verdict settle(Rule rule, Judged judged) throws SQLException {
        try (var connection = DATABASE.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            OnTheWay.prepare(connection);
            answers(connection, "found_now", judged.found());
            answers(connection, "not_judged_now", judged.notJudged());
            try (var statement = connection.createStatement()) {
                statement.execute("set local search_path = supervision, pg_temp");
            }
            var verdict = new Settlement(connection, rule, judged.asOf()).settle("true");
            OnTheWay.empty(connection, "found_now", judged.found().size());
            OnTheWay.empty(connection, "not_judged_now", judged.notJudged().size());
            connection.commit();
            return verdict;
        }
    }

    private static void answers(Connection connection, String table, List<Map<String, Object>> rows)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into " + table + " select value from jsonb_array_elements(?::jsonb)")) {
            insert.setString(1, JSON.writeValueAsString(rows));
            insert.executeUpdate();
        }
    }

    private static List<String> states(Rule rule) {
        return DATABASE.jdbc()
                .sql("select state from supervision.finding where rule_id = :rule")
                .param("rule", rule.id())
                .query(String.class)
                .list();
    }

    /** Of the first of its findings. */
    private static List<String> steps(Rule rule) {
        return DATABASE.jdbc()
                .sql("""
                select step from supervision.finding_event
                 where finding_id = (select id from supervision.finding where rule_id = :rule order by number limit 1) order by id
                """)
                .param("rule", rule.id())
                .query(String.class)
                .list();
    }
}
