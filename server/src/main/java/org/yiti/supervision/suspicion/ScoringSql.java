package org.yiti.supervision.suspicion;

/** The statements by which suspicions are scored, in their order. */
final class ScoringSql {

    /** What rules found is a sign wherever a model takes it for one. */
    static final String FINDINGS = """
            insert into pg_temp.seen (model, signal, subject_id, institution_id, at, fact, seen_on, finding_id, order_no)
            select s.model, s.signal, f.subject_id, f.institution_id, f.at, f.record, f.seen_on, f.id, k.evidence -> 0 ->> 'order_no'
              from pg_temp.sign s
              join facts.standing_finding f on f.rule_id = s.rule and f.subject_kind = 'vehicle'
              join supervision.finding k on k.id = f.id
            """;

    /** Each with its weight where it happened, and who was to drive, as far as an order says so. */
    static final String CONTRIBUTIONS = """
            insert into supervision.contribution
                   (model, signal, evidence, vehicle_id, driver_id, institution_id, record, seen_on, weight, finding_id, told_zh, told_en)
            select s.model, s.signal, g.evidence, s.subject_id,
                   (select d.driver_id from facts.order_driver d
                     where d.vehicle_id = s.subject_id
                       and (d.order_no = s.order_no or s.at between d.planned_start - interval '15 minutes' and d.planned_end + interval '15 minutes')
                     order by d.order_no = s.order_no desc nulls last, d.planned_start, d.order_id limit 1),
                   s.institution_id, g.evidence || ' ' || coalesce(to_char(s.at, 'YYYY-MM-DD HH24:MI:SS'), s.fact), s.seen_on, w.value, s.finding_id,
                   s.told_zh, s.told_en
              from pg_temp.seen s
              join pg_temp.sign g on g.model = s.model and g.signal = s.signal
              join facts.vehicle v on v.id = s.subject_id
              join facts.institution i on i.id = s.institution_id
              join facts.suspicion_months m on m.division = i.division and m.valid @> :as_of::date
              join facts.suspicion_weight w on w.division = i.division and w.signal = s.signal and w.valid @> :as_of::date
             where s.seen_on <= :as_of and s.seen_on > :as_of::date - make_interval(months => m.value::int)
            """;

    /** Of vehicles and of drivers alike, within each model and over all of them: the same records by the same formula. */
    static final String SCORES = """
            insert into supervision.suspicion (kind, subject_id, institution_id, title, score, records, vehicles, by_model, by_evidence)
            with of_whom as (
                select 'vehicle' as kind, vehicle_id as subject_id, model, evidence, record, weight from supervision.contribution
                union all
                select 'driver', driver_id, model, evidence, record, weight from supervision.contribution where driver_id is not null),
            known as (
                select 'vehicle' as kind, v.id, v.institution_id, v.plate as title, i.division from facts.vehicle v join facts.institution i on i.id = v.institution_id
                union all
                select 'driver', d.id, d.institution_id, d.name, i.division from facts.driver d join facts.institution i on i.id = d.institution_id),
            once as (
                select kind, subject_id, model, evidence, record, max(weight) as weight
                  from of_whom group by grouping sets ((kind, subject_id, evidence, record), (kind, subject_id, model, evidence, record))),
            by_evidence as (
                select o.kind, o.subject_id, o.model, o.evidence, count(*) as records,
                       least(c.value, 0.999, 1 - exp(sum(ln(1 - o.weight)))) as p
                  from once o
                  join known k on k.kind = o.kind and k.id = o.subject_id
                  join facts.suspicion_cap c on c.division = k.division and c.evidence = o.evidence and c.valid @> :as_of::date
                 group by o.kind, o.subject_id, o.model, o.evidence, c.value),
            scored as (
                select kind, subject_id, model, sum(records) as records, round(1 - exp(sum(ln(1 - p))), 4) as score,
                       jsonb_agg(jsonb_build_object('evidence', evidence, 'records', records, 'p', round(p, 4)) order by p desc) as parts
                  from by_evidence group by kind, subject_id, model)
            select s.kind, s.subject_id, k.institution_id, k.title, s.score, s.records, 1,
                   (select jsonb_agg(jsonb_build_object('model', m.model, 'score', m.score, 'records', m.records) order by m.score desc, m.model)
                      from scored m where m.kind = s.kind and m.subject_id = s.subject_id and m.model is not null),
                   s.parts
              from scored s
              join known k on k.kind = s.kind and k.id = s.subject_id
             where s.model is null
            """;

    /** Expectations add up, whatever depends on what. */
    static final String UNITS = """
            insert into supervision.suspicion (kind, subject_id, institution_id, title, score, records, vehicles, by_model, by_evidence)
            with held as (
                select institution_id, count(*) as n from facts.vehicle where retired_on is null or retired_on > :as_of group by 1),
            model as (
                select institution_id, jsonb_agg(jsonb_build_object('model', model, 'score', score, 'records', records) order by score desc, model) as parts
                  from (select s.institution_id, m ->> 'model' as model, sum((m ->> 'score')::numeric) as score, sum((m ->> 'records')::int) as records
                          from supervision.suspicion s, jsonb_array_elements(s.by_model) m where s.kind = 'vehicle' group by 1, 2) x
                 group by 1)
            select 'institution', i.id, i.id, i.name, sum(s.score), sum(s.records), greatest(coalesce(h.n, 0), count(*)), m.parts, '[]'
              from supervision.suspicion s
              join facts.institution i on i.id = s.institution_id
              join model m on m.institution_id = i.id
              left join held h on h.institution_id = i.id
             where s.kind = 'vehicle'
             group by i.id, i.name, h.n, m.parts
            """;

    static final String DONE = """
            insert into supervision.scoring (made, as_of, finished_at, ms, rows) values ('suspicion', :as_of, :at, :ms, :rows)
            on conflict (made) do update set (as_of, finished_at, ms, rows) = (excluded.as_of, excluded.finished_at, excluded.ms, excluded.rows)
            """;

    private ScoringSql() {}
}
