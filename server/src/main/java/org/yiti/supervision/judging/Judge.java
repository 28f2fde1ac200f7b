package org.yiti.supervision.judging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.law.Rule;

/**
 * Runs one rule: asks its question as role rule_reader, which can read facts and nothing else, and settles what it
 * finds, all in one transaction that sees one moment.
 */
@Component
class Judge {

    private static final int MOST_ATTEMPTS = 3;
    private static final Set<String> WORTH_A_RETRY = Set.of("40001", "40P01");

    private final DataSource database;

    Judge(DataSource database) {
        this.database = database;
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

    private static Verdict once(Connection connection, Rule rule, LocalDate asOf, @Nullable Set<UUID> institutions)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(connection, "set transaction isolation level repeatable read");
            execute(connection, "set local timezone = 'Asia/Shanghai'");
            execute(connection, "set local statement_timeout = '15min'");
            execute(connection, "set local work_mem = '96MB'");
            execute(connection, "set local jit = off");
            if (institutions == null) {
                // a loop over millions is never what a whole sweep wants, whatever the planner expects of a range
                execute(connection, "set local enable_nestloop = off");
            }
            execute(connection, "set local search_path = facts");
            execute(connection, "set local role rule_reader");
            execute(
                    connection,
                    "create temp table found on commit drop as select to_jsonb(f) as row from (\n%s\n) f%s"
                            .formatted(
                                    dated(rule.question().find(), asOf),
                                    institutions == null ? "" : " where " + among("f", institutions)));
            execute(connection, "reset role");
            execute(connection, "set local search_path = supervision, pg_temp");
            var verdict = new Settlement(connection, rule, asOf)
                    .settle(institutions == null ? "true" : among("f", institutions));
            if (institutions == null) {
                countUnjudged(connection, rule, asOf);
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

    private static void countUnjudged(Connection connection, Rule rule, LocalDate asOf) throws SQLException {
        var question = rule.question().unjudged();
        if (question == null) {
            return;
        }
        execute(connection, "set local search_path = facts");
        execute(connection, "set local role rule_reader");
        execute(
                connection,
                "create temp table not_judged on commit drop as select institution_id, reason, objects from (\n%s\n) u"
                        .formatted(dated(question, asOf)));
        execute(connection, "reset role");
        execute(connection, "delete from supervision.unjudged where rule_id = '" + rule.id() + "'");
        execute(
                connection,
                "insert into supervision.unjudged (rule_id, institution_id, reason, objects) select '" + rule.id()
                        + "', institution_id, reason, sum(objects) from pg_temp.not_judged where institution_id is not null group by 2, 3");
    }

    private static String dated(String question, LocalDate asOf) {
        return question.replaceAll("(?<!:):as_of\\b", "date '" + asOf + "'");
    }

    private static String among(String alias, Set<UUID> institutions) {
        return institutions.stream()
                .map(id -> "'" + id + "'")
                .collect(Collectors.joining(", ", alias + ".institution_id = any (array[", "]::uuid[])"));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
