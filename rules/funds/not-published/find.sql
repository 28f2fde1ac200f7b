select p.institution_id as subject_id, p.institution_id, p.year || ' ' || p.kind as episode, i.name as title, p.year, p.kind, p.approved_on, p.approved_on as judged_on, t.due as due_day,
       case when p.published_on is null then '没有公开' else '到 ' || p.published_on || ' 才公开' end as problem_zh,
       case when p.published_on is null then 'is not' else 'was only on ' || p.published_on end as problem_en,
       jsonb_build_array(jsonb_build_object('year', p.year, 'kind', p.kind, 'approved_on', p.approved_on, 'published_on', p.published_on)) as evidence
  from publication p
  join institution i on i.id = p.institution_id
  join publication_days d on d.division = i.division and d.valid @> p.approved_on
 cross join lateral (select (p.approved_on + d.value * interval '1 day')::date as due) t
 where (p.published_on > t.due or (p.published_on is null and :as_of > t.due))
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
