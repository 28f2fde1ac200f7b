select c.id as subject_id, b.id as institution_id, coalesce(l.checked_on::text, 'NEVER') as episode, c.name as title, b.name as bureau, s.since, p.value as years, s.since as judged_on,
       jsonb_build_array(jsonb_build_object('canteen', c.name, 'checked_on', l.checked_on, 'opened_on', c.opened_on)) as evidence
  from canteen c
  join institution i on i.id = c.institution_id
  join institution b on b.id = i.parent_id and b.level = i.level
 cross join lateral (select max(a.assessed_on) as checked_on from canteen_assessment a where a.canteen_id = c.id and a.kind = 'SPOT_CHECK' and a.assessed_on <= :as_of) l
 cross join lateral (select greatest(c.opened_on, l.checked_on, date '2024-01-01') as since) s
  join canteen_coverage_years p on p.division = b.division and p.valid @> s.since
 where :as_of >= s.since + make_interval(years => round(p.value)::int)
   and (c.closed_on is null or c.closed_on > :as_of)
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
