package org.yiti.supervision.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;
import org.yiti.calendar.LoadedCalendar;
import org.yiti.demonstration.DemonstrationDatabase;
import org.yiti.law.LawBook;
import org.yiti.law.Rule;
import org.yiti.law.book.LoadedLaw;
import org.yiti.supervision.rulebook.LoadedRulebook;
import org.yiti.supervision.rulebook.Rulebook;

/**
 * Judging only those whose ledgers changed comes to what judging everybody comes to: in a whole city, after changes at
 * random to ledgers at random, a sweep finds nothing that was not found already.
 */
class IncrementalJudgingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final long SEED = 20261031;
    private static final int CHANGES = 60;
    private static final int MOST_ROWS = 4;

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Judge JUDGE = new Judge(DATABASE.dataSource());
    private static final Random RANDOM = new Random(SEED);

    private static Rulebook rulebook;
    private final JdbcClient jdbc = DATABASE.jdbc();
    private int applied;

    @BeforeAll
    static void aCityThatIsJudged() throws SQLException {
        DemonstrationDatabase.into(DATABASE);
        LoadedCalendar.into(DATABASE);
        LawBook law = LoadedLaw.into(DATABASE);
        law.resolve();
        rulebook = LoadedRulebook.into(DATABASE, law, Clock.system(ZoneId.of("Asia/Shanghai")));
        DATABASE.jdbc().sql("vacuum analyze").update();
        for (var rule : rulebook.enabled()) {
            JUDGE.run(rule, DAY, null);
        }
    }

    @Test
    void whoChangedAndNobodyElseIsJudgedAnew() throws SQLException {
        assertThat(sweep()).as("a second sweep").isEmpty();

        var ledgers = watched();
        var moved = new ArrayList<Verdict>();
        for (int i = 0; i < CHANGES; i++) {
            var ledger = ledgers.get(RANDOM.nextInt(ledgers.size()));
            var institutions = change(ledger);
            for (var rule : institutions.isEmpty() ? List.<Rule>of() : rulebook.watching(ledger)) {
                moved.add(JUDGE.run(rule, DAY, rule.grounds().across() ? null : institutions));
            }
        }

        assertThat(applied).as("changes that the tables took").isGreaterThan(CHANGES / 2);
        assertThat(moved).as("changes that changed a verdict").anyMatch(verdict -> !isStill(verdict));
        assertThat(sweep()).isEmpty();
    }

    /** What a sweep changes, by rule. */
    private Map<String, Verdict> sweep() throws SQLException {
        var changed = new TreeMap<String, Verdict>();
        for (var rule : rulebook.enabled()) {
            var verdict = JUDGE.run(rule, DAY, null);
            if (!isStill(verdict)) {
                changed.put(rule.id(), verdict);
            }
        }
        return changed;
    }

    private static boolean isStill(Verdict verdict) {
        return verdict.added() + verdict.changed() + verdict.reopened() + verdict.mended() == 0;
    }

    /** The ledgers that rules watch and whose rows belong to an institution. */
    private List<String> watched() {
        var ledgers = new TreeSet<String>();
        rulebook.enabled().forEach(rule -> ledgers.addAll(rule.grounds().watches()));
        return ledgers.stream()
                .filter(ledger -> !columns(ledger, "uuid", "institution_id").isEmpty()
                        && !numbers(ledger).isEmpty())
                .toList();
    }

    /** Numbers grow or shrink and days move, in some rows: whose they are. Changes the table does not take are none. */
    private Set<UUID> change(String ledger) {
        var columns = numbers(ledger);
        var column = columns.get(RANDOM.nextInt(columns.size()));
        var value = List.of("%1$s * 2", "%1$s / 2", "%1$s + 40", "%1$s - 40").get(RANDOM.nextInt(4));
        if (columns(ledger, "date", column).contains(column)) {
            value = List.of("%1$s + 400", "%1$s - 400", "%1$s + 40", "%1$s - 40")
                    .get(RANDOM.nextInt(4));
        }
        try {
            var institutions = new HashSet<>(jdbc.sql(("update %s set %s = " + value.formatted(column)
                                    + " where id in (select id from %1$s order by md5(id::text || :salt) limit :rows)"
                                    + " returning institution_id")
                            .formatted(ledger, column))
                    .param("salt", Integer.toString(RANDOM.nextInt()))
                    .param("rows", 1 + RANDOM.nextInt(MOST_ROWS))
                    .query(UUID.class)
                    .list());
            applied++;
            return institutions;
        } catch (DataAccessException refused) {
            return Set.of();
        }
    }

    private List<String> numbers(String ledger) {
        var columns = new ArrayList<String>();
        for (var type : List.of("numeric", "integer", "date")) {
            columns.addAll(columns(ledger, type, "%"));
        }
        columns.remove("version");
        return columns;
    }

    private List<String> columns(String ledger, String type, String name) {
        return jdbc.sql("""
                        select column_name from information_schema.columns
                         where table_schema || '.' || table_name = :ledger and data_type = :type and column_name like :name
                           and is_generated = 'NEVER'
                         order by 1
                        """)
                .param("ledger", ledger)
                .param("type", type)
                .param("name", name)
                .query(String.class)
                .list();
    }
}
