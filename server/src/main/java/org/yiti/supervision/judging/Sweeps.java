package org.yiti.supervision.judging;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sweeps that were asked for and how far they are. */
@Component
class Sweeps {

    record Sweep(
            UUID id,
            String state,
            LocalDate asOf,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime finishedAt,
            int rulesDone,
            int rulesTotal,
            long found,
            long mended) {}

    /** @param message as the database puts it; null where it is not to be told */
    record Failed(String rule, @Nullable String message) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Sweeps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One sweep at a time: asking while one is under way gives that one. */
    @Transactional
    UUID ask(@Nullable String by) {
        jdbc.sql("""
                insert into supervision.sweep (requested_by, requested_at, as_of) values (:by, :at, :as_of)
                on conflict do nothing
                """)
                .param("by", by)
                .param("at", OffsetDateTime.now(clock))
                .param("as_of", today())
                .update();
        return jdbc.sql("select id from supervision.sweep where state <> 'DONE'")
                .query(UUID.class)
                .single();
    }

    /** The day in China. */
    LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
    }

    /** @return false when it is over already */
    @Transactional
    boolean start(UUID id, int rules) {
        jdbc.sql("delete from supervision.sweep_result where sweep_id = :id")
                .param("id", id)
                .update();
        return jdbc.sql("""
                        update supervision.sweep
                           set state = 'RUNNING', started_at = :at, as_of = :as_of, rules_total = :rules, rules_done = 0
                         where id = :id and state <> 'DONE'
                        """)
                        .param("at", OffsetDateTime.now(clock))
                        .param("as_of", today())
                        .param("rules", rules)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** How far it is and how long it took: nothing that anybody waits for a disk for. */
    @Transactional
    void record(@Nullable UUID sweep, String rule, int ms, Verdict verdict, @Nullable String error) {
        jdbc.sql("set local synchronous_commit = off").update();
        jdbc.sql(
                        "update supervision.rule set last_run_at = :at, last_run_ms = :ms, last_error = :error where id = :rule")
                .param("at", OffsetDateTime.now(clock))
                .param("ms", ms)
                .param("error", error)
                .param("rule", rule)
                .update();
        if (sweep == null) {
            return;
        }
        jdbc.sql("""
                insert into supervision.sweep_result (sweep_id, rule_id, ms, found, added, changed, reopened, mended, error)
                values (:sweep, :rule, :ms, :found, :added, :changed, :reopened, :mended, :error)
                """)
                .param("sweep", sweep)
                .param("rule", rule)
                .param("ms", ms)
                .param("found", verdict.found())
                .param("added", verdict.added())
                .param("changed", verdict.changed())
                .param("reopened", verdict.reopened())
                .param("mended", verdict.mended())
                .param("error", error)
                .update();
        jdbc.sql("update supervision.sweep set rules_done = rules_done + 1 where id = :id")
                .param("id", sweep)
                .update();
    }

    /** How many milliseconds each rule took when it was last asked. */
    Map<String, Integer> lastRuns() {
        var runs = new HashMap<String, Integer>();
        jdbc.sql("select id, last_run_ms from supervision.rule where last_run_ms is not null")
                .query(row -> {
                    runs.put(row.getString("id"), row.getInt("last_run_ms"));
                });
        return runs;
    }

    @Transactional
    void finish(UUID id) {
        jdbc.sql("update supervision.sweep set state = 'DONE', finished_at = :at where id = :id")
                .param("at", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    boolean anythingToJudge() {
        return jdbc.sql("select exists (select from facts.institution)")
                .query(Boolean.class)
                .single();
    }

    boolean everFinished() {
        return jdbc.sql("select exists (select from supervision.sweep where state = 'DONE')")
                .query(Boolean.class)
                .single();
    }

    Optional<Sweep> latest() {
        return jdbc.sql("""
                select s.id, s.state, s.as_of, s.started_at, s.finished_at, s.rules_done, s.rules_total,
                       coalesce(sum(r.found), 0) as found, coalesce(sum(r.mended), 0) as mended
                  from supervision.sweep s
                  left join supervision.sweep_result r on r.sweep_id = s.id
                 group by s.id
                 order by s.requested_at desc
                 limit 1
                """).query(Sweep.class).optional();
    }

    List<Failed> failed(UUID id) {
        return jdbc.sql(
                        "select rule_id as rule, error as message from supervision.sweep_result where sweep_id = :id and error is not null order by rule_id")
                .param("id", id)
                .query(Failed.class)
                .list();
    }
}
