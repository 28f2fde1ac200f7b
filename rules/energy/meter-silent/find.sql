with last as (
    select m.id, m.institution_id, m.code, m.name, m.energy_kind, i.division, left(i.division, 4) as city, d.day,
           -- one that reports by itself is silent whatever the others say
           exists (select from meter_missing g where g.meter_id = m.id and not g.settled) as heard_no_more
      from meter m
      join institution i on i.id = m.institution_id
     cross join lateral (select max(d.day) as day from meter_day d where d.meter_id = m.id and d.day between :as_of - 90 and :as_of) d
     where (m.removed_on is null or m.removed_on > :as_of) and d.day is not null
),
city as (select city, max(day) as day from last group by city),
behind as (select l.*, case when l.heard_no_more then :as_of - 1 else c.day end as due_day from last l join city c using (city))
select l.id as subject_id, l.institution_id, l.day::text as episode, l.name as title, l.day as last_day, l.due_day as city_day,
       l.due_day - l.day as actual, n.value as "limit", l.due_day - l.day - n.value as excess,
       jsonb_build_array(jsonb_build_object('code', l.code, 'energy_kind', l.energy_kind, 'last_day', l.day, 'city_day', l.due_day)) as evidence
  from behind l
  join meter_silent_days n on n.division = l.division and n.valid @> :as_of
 where l.due_day - l.day > n.value
