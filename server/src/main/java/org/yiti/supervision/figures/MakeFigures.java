package org.yiti.supervision.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiti.law.Asked;
import org.yiti.law.LawBook;
import org.yiti.law.Metric;
import org.yiti.supervision.Swept;

/**
 * Makes every figure of the dictionary after a sweep, and says how it stands among its like.
 *
 * <p>Groups are compared by median and median absolute deviation, which a few that are far off do not move (Iglewicz and
 * Hoaglin, How to Detect and Handle Outliers, 1993: {@code 0.6745 (x − median) / MAD}). Where fewer than five are alike
 * nothing is said: neither are they comparable, nor is who they are hidden.
 */
@Component
class MakeFigures {

    private static final Logger log = LoggerFactory.getLogger(MakeFigures.class);

    private static final String GROUPS = """
            insert into supervision.peer_group (metric, peers, n, p05, q1, median, q3, p95, mad)
            with middle as (
                select metric, peers, count(*) as n,
                       percentile_cont(array[0.05, 0.25, 0.5, 0.75, 0.95]) within group (order by value) as p
                  from supervision.figure group by metric, peers),
            spread as (
                select f.metric, f.peers, percentile_cont(0.5) within group (order by abs(f.value::float8 - m.p[3])) as mad
                  from supervision.figure f join middle m using (metric, peers) group by f.metric, f.peers)
            select metric, peers, n, case when n >= 5 then p[1] end, case when n >= 5 then p[2] end, case when n >= 5 then p[3] end,
                   case when n >= 5 then p[4] end, case when n >= 5 then p[5] end, case when n >= 5 then mad end
              from middle join spread using (metric, peers)
            """;

    private static final String STANDINGS = """
            update supervision.figure f
               set standing = round((r.standing * 100)::numeric, 1),
                   z = case when g.mad > 0 then round(0.6745 * (f.value - g.median) / g.mad, 2) end
              from (select metric, subject_id, percent_rank() over (partition by metric, peers order by value) as standing from supervision.figure) r
              join supervision.figure k on k.metric = r.metric and k.subject_id = r.subject_id
              join supervision.peer_group g on g.metric = k.metric and g.peers = k.peers
             where f.metric = r.metric and f.subject_id = r.subject_id and g.n >= 5
            """;

    private static final String RISKS = """
            insert into supervision.risk (institution_id, dimension, score, figures)
            with of_dimension as (
                select f.institution_id, d.dimension, avg(f.standing) as score, count(*) as figures
                  from supervision.figure f
                  join pg_temp.dimension d on d.metric = f.metric
                 where f.subject_kind = 'institution' and f.standing is not null
                 group by f.institution_id, d.dimension)
            select institution_id, dimension, round(score, 1), figures from of_dimension
            union all
            select institution_id, 'ALL', round(avg(score), 1), sum(figures) from of_dimension group by institution_id
            """;

    private static final String DONE = """
            insert into supervision.scoring (made, as_of, finished_at, ms, rows)
            values ('figures', :as_of, :at, :ms, (select count(*) from supervision.figure))
            on conflict (made) do update set (as_of, finished_at, ms, rows) = (excluded.as_of, excluded.finished_at, excluded.ms, excluded.rows)
            """;

    private final LawBook law;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    MakeFigures(LawBook law, JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.law = law;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the rules found stands, whatever becomes of this. */
    @EventListener
    void after(Swept swept) {
        try {
            make(swept.asOf());
        } catch (RuntimeException e) {
            log.error("The figures cannot be made", e);
        }
    }

    void make(LocalDate asOf) {
        transaction.executeWithoutResult(status -> {
            var started = clock.millis();
            jdbc.sql("select pg_advisory_xact_lock(hashtext('make figures'))")
                    .query()
                    .listOfRows();
            jdbc.sql("set local timezone = 'Asia/Shanghai'").update();
            jdbc.sql("create temp table dimension (metric text, dimension text) on commit drop")
                    .update();
            jdbc.sql("""
                            create temp table made (metric text, subject_id uuid, institution_id uuid, title text, top numeric, bottom numeric, value numeric,
                                                    peers text) on commit drop
                            """).update();
            jdbc.sql("grant insert on pg_temp.made to rule_reader").update();
            law.metrics().forEach(metric -> ask(metric, asOf));
            jdbc.sql("delete from supervision.figure").update();
            law.metrics().forEach(this::keep);
            jdbc.sql("delete from supervision.peer_group").update();
            jdbc.sql(GROUPS).update();
            jdbc.sql(STANDINGS).update();
            jdbc.sql("delete from supervision.risk").update();
            jdbc.sql(RISKS).update();
            jdbc.sql(DONE)
                    .param("as_of", asOf)
                    .param("at", OffsetDateTime.now(clock))
                    .param("ms", clock.millis() - started)
                    .update();
        });
    }

    /** As role rule_reader, as rules are asked. */
    private void ask(Metric metric, LocalDate asOf) {
        if (metric.risky()) {
            jdbc.sql("insert into pg_temp.dimension values (:metric, :dimension)")
                    .param("metric", metric.id())
                    .param("dimension", metric.dimension())
                    .update();
        }
        jdbc.sql("set local search_path = facts").update();
        jdbc.sql("set local role rule_reader").update();
        jdbc.sql(
                        ("insert into pg_temp.made select '%s', f.subject_id, f.institution_id, f.title, f.top, f.bottom, f.value, f.\"like\" from (\n%s\n) f"
                                        + " where f.value is not null and f.\"like\" is not null and f.institution_id is not null")
                                .formatted(metric.id(), Asked.on(asOf, null, metric.figure())))
                .update();
        jdbc.sql("set local role none").update();
        jdbc.sql("set local search_path = public").update();
    }

    private void keep(Metric metric) {
        jdbc.sql("""
                        insert into supervision.figure (metric, subject_kind, subject_id, institution_id, title, top, bottom, value, peers)
                        select metric, :kind, subject_id, institution_id, title, top, bottom, round(value, 4), peers from pg_temp.made where metric = :metric
                        """)
                .param("kind", metric.subject())
                .param("metric", metric.id())
                .update();
    }
}
