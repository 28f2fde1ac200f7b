package org.yiti.supervision.judging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.yiti.law.Asked;
import org.yiti.law.GuardedFacts;
import org.yiti.law.Rule;

/**
 * Runs one rule: asks its question as role rule_reader, which can read facts and nothing else, and settles what it
 * finds, all in one transaction that sees one moment.
 */
@Component
class Judge {

    private static final int MOST_ATTEMPTS = 3;
    private static final Set<String> WORTH_A_RETRY = Set.of("40001", "40P01");
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final DataSource database;
    private final Duration longest;

    @Autowired
    Judge(DataSource database) {
        this(database, LONGEST);
    }

    /** @param longest a question may take; what has no end must not keep the other rules waiting for ever */
    Judge(DataSource database, Duration longest) {
        this.database = database;
        this.longest = longest;
    }

    /** @param institutions whose findings are judged anew; null for all */
    Verdict run(Rule rule, LocalDate asOf, @Nullable Set<UUID> institutions) throws SQLException {
        try (var connection = database.getConnection()) {
            // before the transaction, or it would see the moment before the one it waited for
            execute(connection, "select pg_advisory_lock(hashtext('judge'), hashtext('" + rule.id() + "'))");
            try {
                for (int attempt = 1; ; attempt++) {
                    try {
                        return once(connection, rule, asOf, institutions);
                    } catch (SQLException e) {
                        if (attempt == MOST_ATTEMPTS || !WORTH_A_RETRY.contains(e.getSQLState())) {
                            throw e;
                        }
                    }
                }
            } finally {
                execute(connection, "select pg_advisory_unlock(hashtext('judge'), hashtext('" + rule.id() + "'))");
            }
        }
    }

    private Verdict once(Connection connection, Rule rule, LocalDate asOf, @Nullable Set<UUID> institutions)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(connection, "set transaction isolation level repeatable read");
            execute(connection, "set local timezone = 'Asia/Shanghai'");
            execute(connection, "set local statement_timeout = " + longest.toMillis());
            execute(connection, "set local work_mem = '96MB'");
            execute(connection, "set local jit = off");
            if (institutions == null) {
                // a loop over millions is never what a whole sweep wants, whatever the planner expects of a range
                execute(connection, "set local enable_nestloop = off");
                // nor is sorting both sides of what a hash joins
                execute(connection, "set local enable_mergejoin = off");
                if (RunSweep.EVERY_CORE) {
                    execute(connection, "set local max_parallel_workers_per_gather = 0");
                }
            }
            OnTheWay.prepare(connection);
            var found = askWhatIsFound(connection, rule, asOf, institutions);
            var mine = institutions == null ? "true" : Asked.among("f.institution_id", institutions);
            var isNothing = found == 0 && isNothingKnown(connection, rule, mine);
            var isCounted = institutions == null && rule.question().unjudged() != null;
            var notJudged = isNothing && !isCounted ? 0 : askWhatIsNotJudged(connection, rule, asOf, institutions);
            execute(connection, "set local search_path = supervision, pg_temp");
            var verdict = isNothing ? Verdict.NOTHING : new Settlement(connection, rule, asOf).settle(mine);
            if (institutions == null) {
                countUnjudged(connection, rule, isCounted);
            }
            OnTheWay.empty(connection, "found_now", found);
            OnTheWay.empty(connection, "not_judged_now", notJudged);
            if (verdict.movesNothing()) {
                execute(connection, "set local synchronous_commit = off");
            }
            connection.commit();
            return verdict;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Into table {@code found_now}; how many rows it has then. */
    private static int askWhatIsFound(
            Connection connection, Rule rule, LocalDate asOf, @Nullable Set<UUID> institutions) throws SQLException {
        return askFacts(
                connection,
                "insert into pg_temp.found_now select to_jsonb(f) from (\n%s\n) f where %s"
                        .formatted(
                                Asked.on(
                                        asOf,
                                        institutions,
                                        GuardedFacts.asked(
                                                rule.id(),
                                                "facts",
                                                rule.question().find())),
                                institutions == null
                                        // a question without these columns is refused by their names
                                        ? "f.subject_id is not null and f.institution_id is not null"
                                        : Asked.among("f.institution_id", institutions)));
    }

    /** Into table {@code not_judged_now}; how many rows it has then. */
    private static int askWhatIsNotJudged(
            Connection connection, Rule rule, LocalDate asOf, @Nullable Set<UUID> institutions) throws SQLException {
        return askFacts(
                connection,
                "insert into pg_temp.not_judged_now select to_jsonb(u) from (\n%s\n) u where %s"
                        .formatted(
                                rule.question().unjudged() == null
                                        ? "select null::uuid as institution_id"
                                        : Asked.on(
                                                asOf,
                                                institutions,
                                                rule.question().unjudged()),
                                institutions == null
                                        ? "u.institution_id is not null"
                                        : Asked.among("u.institution_id", institutions)));
    }

    /** As role rule_reader, whose only schema is facts. */
    private static int askFacts(Connection connection, String question) throws SQLException {
        execute(connection, "set local search_path = facts");
        execute(connection, "set local role rule_reader");
        try (var statement = connection.createStatement()) {
            var rows = statement.executeUpdate(question);
            execute(connection, "set local role none");
            return rows;
        }
    }

    /** A change asks some two hundred rules about one institution, and most find what they found before: nothing. */
    private static boolean isNothingKnown(Connection connection, Rule rule, String mine) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select not exists (select from supervision.finding f where f.rule_id = '" + rule.id()
                                + "' and f.present and " + mine + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void countUnjudged(Connection connection, Rule rule, boolean isCounted) throws SQLException {
        execute(connection, "delete from supervision.unjudged where rule_id = '" + rule.id() + "'");
        if (isCounted) {
            execute(
                    connection,
                    "insert into supervision.unjudged (rule_id, institution_id, reason, objects) select '" + rule.id()
                            + "', (row ->> 'institution_id')::uuid, row ->> 'reason', sum((row ->> 'objects')::bigint)"
                            + " from pg_temp.not_judged_now group by 2, 3");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
