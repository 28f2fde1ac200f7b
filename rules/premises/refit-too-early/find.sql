select p.institution_id as subject_id, p.institution_id, p.code as episode, i.name as title, p.name as project, p.kind, b.name as building, p.started_on, l.since, case when l.refitted then '上次改造' else '建成' end as since_what_zh, case when l.refitted then 'the last refit' else 'it was built' end as since_what_en,
       extract(year from age(p.started_on, l.since))::int as actual, y.value as "limit",
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('code', p.code, 'kind', p.kind, 'purpose', p.purpose, 'approval_no', p.approval_no,
           'approved_on', p.approved_on, 'approved_area', p.approved_area, 'built_area', p.built_area, 'budget', p.budget, 'cost', p.cost,
           'fund_source', p.fund_source, 'started_on', p.started_on, 'accepted_on', p.accepted_on))) as evidence
  from project p
  join institution i on i.id = p.institution_id
  join building b on b.id = p.building_id
  join refit_least_years y on y.division = i.division and y.valid @> p.started_on
 cross join lateral (
     select greatest(b.built_on, max(o.accepted_on)) as since, coalesce(max(o.accepted_on) >= b.built_on, max(o.accepted_on) is not null) as refitted
       from project o
      where o.building_id = p.building_id and o.id <> p.id and o.kind in ('NEW_BUILD', 'REBUILD', 'OVERHAUL') and o.accepted_on < p.started_on) l
 where p.kind in ('REBUILD', 'OVERHAUL') and p.started_on between date '2017-12-05' and :as_of
   and p.started_on < (l.since + make_interval(years => y.value::int))::date
