with owner as (
    select a.institution_id, min(a.purchased_on) as since, count(*) as things
      from asset a
     where a.status <> 'DISPOSED' and (a.disposed_on is null or a.disposed_on > :as_of)
     group by 1
)
select o.institution_id as subject_id, o.institution_id, coalesce(l.taken_on::text, 'NEVER') as episode, i.name as title, greatest(l.taken_on, date '2021-04-01') as judged_on,
       case when l.taken_on is null then '还没有盘点过' else '上一次盘点是 ' || l.taken_on end as problem_zh,
       case when l.taken_on is null then 'has never taken stock' else 'last took stock on ' || l.taken_on end as problem_en, m.value as months,
       jsonb_build_array(jsonb_build_object('things', o.things, 'since', o.since, 'taken_on', l.taken_on)) as evidence
  from owner o
  join institution i on i.id = o.institution_id
  left join lateral (select max(s.taken_on) as taken_on from stocktake s where s.institution_id = o.institution_id and s.taken_on <= :as_of) l on true
  join stocktake_months m on m.division = i.division and m.valid @> greatest(l.taken_on, date '2021-04-01')
 where :as_of > greatest(l.taken_on, o.since, date '2021-04-01') + make_interval(months => round(m.value)::int)
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
