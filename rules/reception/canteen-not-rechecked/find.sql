select c.id as subject_id, c.institution_id, a.assessed_on::text as episode, c.name as title, a.assessed_on, a.recheck_due_on as due_day,
       case when l.grade = 'UNQUALIFIED' then '复查仍不合格' when l.assessed_on is not null then '到 ' || l.assessed_on || ' 才复查' else '没有复查' end as problem_zh,
       case when l.grade = 'UNQUALIFIED' then 'it failed again' when l.assessed_on is not null then 'it was only on ' || l.assessed_on else 'it was not' end as problem_en,
       jsonb_build_array(jsonb_build_object('assessed_on', a.assessed_on, 'due_on', a.recheck_due_on, 'rechecked_on', l.assessed_on, 'grade', l.grade)) as evidence
  from canteen_assessment a
  join canteen c on c.id = a.canteen_id
  left join lateral (select r.assessed_on, r.grade from canteen_assessment r where r.canteen_id = a.canteen_id and r.kind = 'RE_CHECK' and r.assessed_on >= a.assessed_on and r.assessed_on <= :as_of
                      order by r.assessed_on desc limit 1) l on true
 where a.kind in ('INTERNAL', 'SPOT_CHECK') and a.grade = 'UNQUALIFIED' and a.recheck_due_on < :as_of and a.assessed_on >= date '2024-01-01'
   and (l.assessed_on is null or l.assessed_on > a.recheck_due_on or l.grade = 'UNQUALIFIED')
