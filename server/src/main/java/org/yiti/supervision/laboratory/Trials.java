package org.yiti.supervision.laboratory;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.kernel.Refused;
import org.yiti.law.Proposal;
import org.yiti.supervision.SupervisionRefusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class Trials {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    Trials(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    @Transactional
    UUID add(Trial.Wish wish, List<LocalDate> days, @Nullable String reason, String by) {
        return jdbc.sql("""
                        insert into supervision.trial (kind, rule_id, hash, other_hash, proposals, institution_id, days, state, reason, requested_by, requested_at)
                        values (:kind, :rule, :hash, :other, :proposals::jsonb, :institution, :days::date[], :state, :reason, :by, :at) returning id
                        """)
                .param("kind", wish.kind().name())
                .param("rule", wish.rule())
                .param("hash", wish.hash())
                .param("other", wish.otherHash())
                .param("proposals", JSON.writeValueAsString(wish.proposals()))
                .param("institution", wish.institution())
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("state", wish.kind() == Trial.Kind.SHADOW ? "RUNNING" : "WAITING")
                .param("reason", reason)
                .param("by", by)
                .param("at", OffsetDateTime.now(clock))
                .query(UUID.class)
                .single();
    }

    Trial get(UUID id) {
        return find(id).orElseThrow(() -> new Refused(SupervisionRefusal.TRIAL_NOT_FOUND, Map.of("trial", id)));
    }

    Optional<Trial> find(UUID id) {
        return jdbc.sql("select * from supervision.trial where id = :id")
                .param("id", id)
                .query((row, n) -> trial(row))
                .optional();
    }

    /** The latest first. */
    List<Trial> list(@Nullable String rule, int most) {
        return jdbc.sql(
                        "select * from supervision.trial where :rule::text is null or rule_id = :rule order by requested_at desc, id limit :most")
                .param("rule", rule)
                .param("most", most)
                .query((row, n) -> trial(row))
                .list();
    }

    List<Trial> inShadow() {
        return jdbc.sql(
                        "select * from supervision.trial where kind = 'SHADOW' and state = 'RUNNING' order by requested_at")
                .query((row, n) -> trial(row))
                .list();
    }

    /** @return false when it is over already */
    @Transactional
    boolean start(UUID id) {
        return jdbc.sql(
                                "update supervision.trial set state = 'RUNNING' where id = :id and state in ('WAITING', 'RUNNING')")
                        .param("id", id)
                        .update()
                > 0;
    }

    boolean isOver(UUID id) {
        return find(id).map(trial -> trial.standing().state().isOver()).orElse(true);
    }

    @Transactional
    void dayDone(UUID id, int done) {
        jdbc.sql("update supervision.trial set days_done = :done where id = :id")
                .param("done", done)
                .param("id", id)
                .update();
    }

    /** A night more; those long gone by make room. */
    @Transactional
    void night(UUID id, LocalDate day, int most) {
        jdbc.sql("""
                        update supervision.trial
                           set days = (select array_agg(d order by d) from (select distinct d from unnest(days || :day::date) d order by d desc limit :most) kept),
                               days_done = least(:most, cardinality(days) + case when :day::date = any (days) then 0 else 1 end)
                         where id = :id
                        """).param("id", id).param("day", day).param("most", most).update();
        for (var table : List.of("trial_hit", "trial_day")) {
            jdbc.sql(
                            "delete from supervision." + table
                                    + " where trial_id = :id and day <> all (select unnest(days) from supervision.trial where id = :id)")
                    .param("id", id)
                    .update();
        }
    }

    @Transactional
    void finish(UUID id) {
        jdbc.sql("update supervision.trial set state = 'DONE', finished_at = :at where id = :id and state = 'RUNNING'")
                .param("at", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    /** @return false when it is over already */
    @Transactional
    boolean end(UUID id, Trial.State state, @Nullable String reason, String by) {
        return jdbc.sql("""
                        update supervision.trial set state = :state, finished_at = :at, ended_by = :by, end_reason = :reason
                         where id = :id and state in ('WAITING', 'RUNNING')
                        """)
                        .param("state", state.name())
                        .param("at", OffsetDateTime.now(clock))
                        .param("by", by)
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                > 0;
    }

    @Transactional
    void remove(UUID id) {
        jdbc.sql("delete from supervision.trial where id = :id").param("id", id).update();
    }

    private static Trial trial(ResultSet row) throws SQLException {
        List<Proposal> proposals = JSON.readValue(row.getString("proposals"), new TypeReference<>() {});
        return new Trial(
                row.getObject("id", UUID.class),
                new Trial.Wish(
                        Trial.Kind.valueOf(row.getString("kind")),
                        row.getString("rule_id"),
                        row.getString("hash"),
                        row.getString("other_hash"),
                        proposals,
                        row.getObject("institution_id", UUID.class)),
                days(row.getArray("days")),
                new Trial.Standing(Trial.State.valueOf(row.getString("state")), row.getInt("days_done")),
                new Trial.Course(
                        row.getString("requested_by"),
                        Objects.requireNonNull(here(row, "requested_at")),
                        row.getString("reason"),
                        here(row, "finished_at"),
                        row.getString("ended_by"),
                        row.getString("end_reason")));
    }

    private static List<LocalDate> days(Array days) throws SQLException {
        return Stream.of((Date[]) days.getArray()).map(Date::toLocalDate).toList();
    }

    private static @Nullable OffsetDateTime here(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.withOffsetSameInstant(ZoneOffset.ofHours(8));
    }
}
