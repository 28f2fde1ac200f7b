select i.id as subject_id, i.id as institution_id, i.name as title, i.dissolved_on, d.due, count(*) as rooms, sum(r.usable_area) as actual,
       jsonb_agg(jsonb_build_object('room', r.title, 'use', r.use, 'area', r.usable_area) order by r.usable_area desc, r.title) as evidence
  from institution i
  join dissolved_rooms_return_months m on m.division = i.division and m.valid @> :as_of
 cross join lateral (select (i.dissolved_on + make_interval(months => m.value::int))::date as due) d
  join room r on r.institution_id = i.id
 where d.due < :as_of
 group by i.id, i.name, i.dissolved_on, d.due
