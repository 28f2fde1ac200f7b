package org.yiti.telemetry.facts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which terminals are to be folded. A row goes with the transaction that folded it, so whatever is killed leaves it. */
@Component
class Due {

    /** Since the beginning of everything. */
    static final long FROM_THE_START = 0;

    private static final int BATCHES = 500;
    private static final int TERMINALS = 200;

    /**
     * Arrivals by terminal. Where a clock cannot be right the earliest of the batch says nothing of the others in it: it is
     * looked for where they stand. Two servers take turns by rows.
     */
    private static final String SPREAD = """
            with taken as (
                delete from telemetry.arrival
                 where id in (select id from telemetry.arrival order by id limit :batches for update skip locked)
                returning at, terminals, since),
            told as (select u.terminal, u.since, t.at from taken t cross join unnest(t.terminals, t.since) u (terminal, since)),
            earliest as (
                select terminal, min(case when since <= at then since else at - interval '5 minutes' end) as since, min(at) as at
                  from told group by terminal)
            insert into telemetry.due (terminal, since)
            select terminal,
                   case when since >= :earliest then since
                        else coalesce((select min(case when p.at < :earliest or p.at > p.received_at + :ahead * interval '1 second'
                                                       then p.received_at else p.at end)
                                         from telemetry.position p
                                        where p.terminal = e.terminal and p.received_at >= e.at - interval '5 minutes'),
                                      e.at - interval '5 minutes') end
              from earliest e
            """;

    private final JdbcClient database;

    Due(JdbcClient database) {
        this.database = database;
    }

    /** @return how many terminals are due by it */
    int spread() {
        return database.sql(SPREAD)
                .param("batches", BATCHES)
                .param("earliest", at(Detectors.EARLIEST.toEpochMilli()))
                .param("ahead", Detectors.AHEAD.toSeconds())
                .update();
    }

    /** Some that wait, the longest first. Those of one number after another are for one thread of several. */
    List<Integer> waiting(int thread, int threads, Collection<Integer> but) {
        return database.sql("""
                        select terminal from telemetry.due
                         where mod(terminal, :threads) = :thread and terminal <> all (:but)
                         group by terminal order by min(id) limit :most
                        """)
                .param("threads", threads)
                .param("thread", thread)
                .param("but", but.toArray(Integer[]::new))
                .param("most", TERMINALS)
                .query(Integer.class)
                .list();
    }

    /** Since when; empty when somebody else has folded it. */
    OptionalLong take(int terminal) {
        return database
                .sql("delete from telemetry.due where terminal = :terminal returning since")
                .param("terminal", terminal)
                .query((row, n) -> {
                    var since = row.getTimestamp(1);
                    return since == null ? FROM_THE_START : since.getTime();
                })
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .min();
    }

    /** Those that have said nothing for too long. */
    int addSilent(Instant now) {
        return database.sql("""
                        insert into telemetry.due (terminal, since)
                        select terminal, last_at from telemetry.timeline t
                         where silent_from <= :now and not exists (select from telemetry.due d where d.terminal = t.terminal)
                        """).param("now", at(now.toEpochMilli())).update();
    }

    /**
     * Those that were folded by another detector than is theirs, or another version of it.
     *
     * @param own names of the detectors of terminals that have one of their own; all others have the plain one
     */
    int addThoseOfOthers(String plain, Map<Integer, String> own) {
        var terminals = own.keySet().toArray(Integer[]::new);
        return database.sql("""
                        insert into telemetry.due (terminal)
                        select terminal from telemetry.timeline t left join unnest(:terminals::integer[], :names::text[]) o (number, name) on o.number = t.terminal
                         where detector <> coalesce(o.name, :plain)
                           and not exists (select from telemetry.due d where d.terminal = t.terminal and d.since is null)
                        """)
                .param("terminals", terminals)
                .param("names", Stream.of(terminals).map(own::get).toArray(String[]::new))
                .param("plain", plain)
                .update();
    }

    private static OffsetDateTime at(long millis) {
        return OffsetDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
}
