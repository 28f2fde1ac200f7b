with counted as (
    select a.institution_id, g.room_group, count(*) as held
      from asset a
      join (values ('SOFA_THREE', 'SOFA_THREE'), ('SOFA_ONE', 'SOFA_ONE'), ('TEA_TABLE_LARGE', 'TEA_TABLES'), ('TEA_TABLE_SMALL', 'TEA_TABLES'),
                   ('GUEST_CHAIR', 'GUEST_CHAIR'), ('WARDROBE', 'WARDROBE'), ('TEA_CABINET', 'TEA_CABINET')) g(category, room_group) on g.category = a.category
     where a.status not in ('DISPOSED', 'IN_WAREHOUSE') and (a.disposed_on is null or a.disposed_on > :as_of) and coalesce(a.purchased_on, '-infinity') <= :as_of
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
