select r.id as subject_id, r.institution_id, r.idle_since::text as episode, r.title, r.idle_since, r.usable_area as actual, m.value as "limit",
       jsonb_build_array(jsonb_build_object('use', r.use, 'area', r.usable_area, 'idle_since', r.idle_since)) as evidence
  from room r
  join institution i on i.id = r.institution_id
  join idle_room_months m on m.division = i.division and m.valid @> :as_of
 where (r.idle_since + make_interval(months => m.value::int))::date < :as_of
   and not exists (select from occupancy o
                    where o.room_id = r.id and o.starts_on <= :as_of and (o.ends_on is null or o.ends_on >= :as_of))
   and not exists (select from idle_disposal d
                    where (d.room_id = r.id or d.room_id is null and d.building_id = r.building_id) and d.decided_on between r.idle_since and :as_of)
