package org.yiti.supervision.laboratory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiti.identity.Unscoped;
import org.yiti.law.Asked;
import org.yiti.law.Hypothesis;
import org.yiti.law.Proposal;

/**
 * Asks a question of a rule as the judge asks it, as role rule_reader and within a time, by proposed numbers where there
 * are any. What is found lies in {@code pg_temp.found} while it is worked with; settled is nothing.
 */
@Component
public class AskAside {

    /** @param institutions those that are judged; null for all */
    public record Question(
            String find, LocalDate day, @Nullable Set<UUID> institutions, List<Proposal> proposals, Duration longest) {}

    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private final DataSource database;
    private final Hypothesis hypothesis;

    AskAside(DataSource database, Hypothesis hypothesis) {
        this.database = database;
        this.hypothesis = hypothesis;
    }

    public <T> T ask(Question question, Work<T> work) throws SQLException {
        var failed = new AtomicReference<SQLException>();
        var value =
                Unscoped.because("a rule sees all facts; what may be told of its answer is cut when it is told", () -> {
                    try {
                        return Optional.of(asked(question, work));
                    } catch (SQLException e) {
                        failed.set(e);
                        return Optional.<T>empty();
                    }
                });
        if (failed.get() != null) {
            throw failed.get();
        }
        return value.orElseThrow();
    }

    private <T> T asked(Question question, Work<T> work) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, "set transaction isolation level repeatable read");
                execute(connection, "set local timezone = 'Asia/Shanghai'");
                execute(connection, "set local jit = off");
                execute(connection, "set local work_mem = '64MB'");
                for (var relation : hypothesis.relations(question.proposals())) {
                    execute(connection, relation);
                }
                execute(
                        connection,
                        "set local statement_timeout = " + question.longest().toMillis());
                execute(connection, "set local search_path = facts");
                execute(connection, "set local role rule_reader");
                execute(connection, found(question));
                execute(connection, "set local role none");
                execute(connection, "set local search_path = supervision, pg_temp");
                var result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Once for each subject and episode, as findings are. */
    public static String found(Question question) {
        var institutions = question.institutions();
        return """
                create temp table found on commit drop as
                select distinct on (subject_id, episode) subject_id, episode, institution_id, title, actual, limit_value
                  from (select (row ->> 'subject_id')::uuid as subject_id, coalesce(row ->> 'episode', '') as episode,
                               (row ->> 'institution_id')::uuid as institution_id, row ->> 'title' as title,
                               (row ->> 'actual')::numeric as actual, (row ->> 'limit')::numeric as limit_value
                          from (select to_jsonb(f) as row from (
                %s
                               ) f where %s) g) h
                 order by subject_id, episode, actual
                """.formatted(
                        Asked.on(question.day(), institutions, question.find()),
                        institutions == null
                                ? "f.subject_id is not null and f.institution_id is not null"
                                : Asked.among("f.institution_id", institutions));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
