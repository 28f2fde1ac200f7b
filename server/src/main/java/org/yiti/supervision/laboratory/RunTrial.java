package org.yiti.supervision.laboratory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.law.GuardedFacts;
import org.yiti.law.LawBook;
import org.yiti.law.Proposal;

/** Asks a rule for each day of a trial, on each of its sides, and keeps what is found beside the findings. */
@Component
class RunTrial {

    private static final Logger log = LoggerFactory.getLogger(RunTrial.class);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** So many nights of a rule in shadow are kept. */
    private static final int NIGHTS = 62;

    private final LawBook law;
    private final Trials trials;
    private final AskAside aside;
    private final JdbcClient jdbc;
    private final Clock clock;

    RunTrial(LawBook law, Trials trials, AskAside aside, JdbcClient jdbc, Clock clock) {
        this.law = law;
        this.trials = trials;
        this.aside = aside;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Goes on where a killed server left it; a trial that was cancelled ends after the question under way. */
    void handle(UUID id) {
        if (!trials.start(id)) {
            return;
        }
        law.resolve();
        var trial = trials.get(id);
        for (int n = trial.standing().daysDone(); n < trial.days().size(); n++) {
            for (var side : trial.wish().sides()) {
                if (trials.isOver(id)) {
                    return;
                }
                judge(trial, trial.days().get(n), side);
            }
            trials.dayDone(id, n + 1);
        }
        trials.finish(id);
    }

    /** Every rule in shadow, tonight. */
    void night() {
        law.resolve();
        trials.inShadow().forEach(this::night);
    }

    void night(Trial trial) {
        var today = trials.today();
        trial.wish().sides().forEach(side -> judge(trial, today, side));
        trials.night(trial.id(), today, NIGHTS);
    }

    private void judge(Trial trial, LocalDate day, Trial.Side side) {
        var started = clock.millis();
        String error = null;
        try {
            var question = question(trial, day, side);
            aside.ask(question, connection -> keep(connection, trial, day, side));
        } catch (SQLException e) {
            log.warn(
                    "Trial {} of {} cannot be judged as of {}: {}",
                    trial.id(),
                    trial.wish().rule(),
                    day,
                    e.getMessage());
            // what the database says may quote what it was looking at, and a question written here looks where it likes
            error = Objects.requireNonNullElse(e.getSQLState(), "")
                    + (trial.wish().isOwn() ? "" : " " + e.getMessage());
        }
        told(trial, day, side, (int) (clock.millis() - started), error);
    }

    private AskAside.Question question(Trial trial, LocalDate day, Trial.Side side) {
        var wish = trial.wish();
        var isOther = side == Trial.Side.OTHER;
        var hash = isOther && wish.otherHash() != null ? wish.otherHash() : wish.hash();
        var find = jdbc.sql("select find_sql from supervision.rule_version where rule_id = :rule and hash = :hash")
                .param("rule", wish.rule())
                .param("hash", hash)
                .query(String.class)
                .single();
        return new AskAside.Question(
                GuardedFacts.asked(wish.rule(), "facts", find),
                day,
                part(wish.institution()),
                isOther ? wish.proposals() : List.<Proposal>of(),
                LONGEST);
    }

    private @Nullable Set<UUID> part(@Nullable UUID institution) {
        return institution == null
                ? null
                : Set.copyOf(jdbc.sql("select member from organization.below where root = :root")
                        .param("root", institution)
                        .query(UUID.class)
                        .list());
    }

    private static Integer keep(Connection connection, Trial trial, LocalDate day, Trial.Side side)
            throws SQLException {
        try (var forget = connection.prepareStatement(
                        "delete from supervision.trial_hit where trial_id = ? and side = ? and day = ?");
                var keep =
                        connection.prepareStatement("""
                        insert into supervision.trial_hit (trial_id, side, day, subject_id, episode, institution_id, subject_title, actual, limit_value)
                        select ?, ?, ?, subject_id, episode, institution_id, %s, actual, limit_value from pg_temp.found
                         where subject_id is not null and institution_id is not null
                        """.formatted(trial.wish().isOwn() ? "null" : "title"))) {
            for (var statement : List.of(forget, keep)) {
                statement.setObject(1, trial.id());
                statement.setString(2, side.name());
                statement.setObject(3, day);
                statement.executeUpdate();
            }
            return 0;
        }
    }

    private void told(Trial trial, LocalDate day, Trial.Side side, int ms, @Nullable String error) {
        jdbc.sql("""
                        insert into supervision.trial_day (trial_id, day, side, ms, entered, altered, error)
                        select :trial, :day, :side, :ms, count(*) filter (where c.action = 'CREATED'), count(*) filter (where c.action <> 'CREATED'), :error
                          from supervision.rule r
                          left join lifeline.change c
                            on c.ledger = any (r.watches) and c.at >= (:day::date + 1)::timestamp at time zone 'Asia/Shanghai'
                         where r.id = :rule
                        on conflict (trial_id, side, day) do update
                           set (ms, entered, altered, error) = (excluded.ms, excluded.entered, excluded.altered, excluded.error)
                        """)
                .param("trial", trial.id())
                .param("day", day)
                .param("side", side.name())
                .param("ms", ms)
                .param("error", error)
                .param("rule", trial.wish().rule())
                .update();
    }
}
