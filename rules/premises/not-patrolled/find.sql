with began as (
    select left(i.division, 4) as city, min(p.done_on) as since
      from patrol p
      join institution i on i.id = p.institution_id
     group by 1
),
used as (select institution_id, count(*) as rooms from room group by institution_id)
select i.id as subject_id, i.id as institution_id, coalesce(l.last::text, 'never') as episode, i.name as title, u.rooms, m.value as "limit",
       coalesce(' ' || l.last, '（从未登记，自本市开展巡检起算）') as last_zh, coalesce('last inspected on ' || l.last, 'not inspected since the city began to') as last_en,
       jsonb_build_array(jsonb_build_object('last_patrol', l.last, 'rooms', u.rooms)) as evidence
  from used u
  join institution i on i.id = u.institution_id
  join began b on b.city = left(i.division, 4)
  join patrol_months m on m.division = i.division and m.valid @> :as_of
 cross join lateral (select max(p.done_on) as last from patrol p where p.institution_id = i.id and p.done_on <= :as_of) l
 where (i.dissolved_on is null or i.dissolved_on > :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and (greatest(coalesce(l.last, b.since), coalesce(i.established_on, b.since)) + make_interval(months => m.value::int))::date < :as_of
