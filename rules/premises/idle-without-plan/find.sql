with unused as (
    -- by the day that is entered, or since the last who used an office left it; whoever used it after that day ended the idleness
    select r.id, r.institution_id, r.building_id, r.title, r.use, r.usable_area, greatest(r.idle_since, l.left_on) as idle_since
      from room r
      left join lateral (select max(o.ends_on) + 1 as left_on from occupancy o
                          where o.room_id = r.id and o.ends_on < :as_of and (r.use = 'OFFICE' or r.idle_since is not null)) l on true
     where greatest(r.idle_since, l.left_on) is not null
       and not exists (select from occupancy o
                        where o.room_id = r.id and o.starts_on <= :as_of and (o.ends_on is null or o.ends_on >= :as_of))
)
select r.id as subject_id, r.institution_id, r.idle_since::text as episode, r.title, r.idle_since, r.usable_area as actual, m.value as "limit",
       jsonb_build_array(jsonb_build_object('use', r.use, 'area', r.usable_area, 'idle_since', r.idle_since)) as evidence
  from unused r
  join institution i on i.id = r.institution_id
  join idle_room_months m on m.division = i.division and m.valid @> :as_of
 where (r.idle_since + make_interval(months => m.value::int))::date < :as_of
   and not exists (select from idle_disposal d
                    where (d.room_id = r.id or d.room_id is null and d.building_id = r.building_id) and d.decided_on between r.idle_since and :as_of)
