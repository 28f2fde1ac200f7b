with holder as (
    select a.institution_id, min(a.starts_on) as since, count(*) as activities
      from data_activity a
     where a.starts_on <= :as_of and (a.ends_on is null or a.ends_on >= :as_of)
     group by 1
)
select h.institution_id as subject_id, h.institution_id, coalesce(l.audited_on::text, 'NEVER') as episode, i.name as title, t.since as judged_on, m.value as months,
       case when l.audited_on is null then '没有进行过合规审计' else '上一次合规审计是 ' || l.audited_on end as problem_zh, case when l.audited_on is null then 'was never audited' else 'was last audited on ' || l.audited_on end as problem_en,
       jsonb_build_array(jsonb_build_object('activities', h.activities, 'since', h.since, 'audited_on', l.audited_on)) as evidence
  from holder h
  join institution i on i.id = h.institution_id
  left join lateral (select max(s.audited_on) as audited_on from compliance_audit s where s.institution_id = h.institution_id and s.audited_on <= :as_of) l on true
 cross join lateral (select greatest(l.audited_on, h.since, date '2021-11-01') as since) t
  join compliance_audit_months m on m.division = i.division and m.valid @> t.since
 where :as_of > t.since + make_interval(months => round(m.value)::int) and (i.dissolved_on is null or i.dissolved_on > :as_of)
