select a.institution_id as subject_id, a.institution_id, a.activity_no as episode, i.name || ' ' || a.name as title, a.starts_on,
       case when f.assessed_on is null then '没有影响评估' else '到 ' || f.assessed_on || ' 才评估' end as problem_zh, case when f.assessed_on is null then 'has no impact assessment' else 'was only assessed on ' || f.assessed_on end as problem_en,
       jsonb_build_array(jsonb_build_object('activity_no', a.activity_no, 'name', a.name, 'data_class', a.data_class, 'starts_on', a.starts_on, 'assessed_on', f.assessed_on)) as evidence
  from data_activity a
  join institution i on i.id = a.institution_id
  left join lateral (select min(s.assessed_on) as assessed_on from impact_assessment s where s.activity_id = a.id and s.assessed_on <= :as_of) f on true
 where (a.data_class <> 'ORDINARY' or a.automated or a.shared)
   and a.starts_on <= :as_of and (a.ends_on is null or a.ends_on >= :as_of) and :as_of >= date '2021-11-01' and (f.assessed_on is null or f.assessed_on > a.starts_on and a.starts_on >= date '2021-11-01') and (i.dissolved_on is null or i.dissolved_on > :as_of)
