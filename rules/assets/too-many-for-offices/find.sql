with held as (
    select a.institution_id, a.category, sum(a.quantity) as held
      from asset a
     where a.status not in ('DISPOSED', 'IN_WAREHOUSE') and (a.disposed_on is null or a.disposed_on > :as_of) and coalesce(a.purchased_on, '-infinity') <= :as_of
     group by 1, 2
),
counted as (
    select h.institution_id, g.room_group, sum(h.held * g.value) as held
      from held h
      join institution i on i.id = h.institution_id
      join asset_counted_by_office g on g.division = i.division and g.category = h.category and g.valid @> :as_of
     group by 1, 2
)
select c.institution_id as subject_id, c.institution_id, c.room_group as episode, i.name as title, c.room_group, r.offices,
       c.held as actual, floor(r.offices * p.value) as "limit", c.held - floor(r.offices * p.value) as excess,
       jsonb_build_array(jsonb_build_object('offices', r.offices, 'each', p.value, 'held', c.held)) as evidence
  from counted c
  join institution i on i.id = c.institution_id
  join asset_per_office p on p.division = i.division and p.room_group = c.room_group and p.valid @> :as_of
 cross join lateral (select count(*) as offices from room r where r.institution_id = c.institution_id and r.use = 'OFFICE') r
 where r.offices > 0 and c.held > floor(r.offices * p.value)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
