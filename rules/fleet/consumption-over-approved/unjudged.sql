select case when reason = 'NO_RATED_CONSUMPTION' then v.id end as subject_id, v.institution_id, reason, 1 as objects
  from vehicle v
  join (select vehicle_id, count(*) filter (where closes) as full_tanks from filling group by vehicle_id) f on f.vehicle_id = v.id
 cross join lateral (select case when v.rated_consumption is null then 'NO_RATED_CONSUMPTION'
                                 when f.full_tanks < 2 then 'NO_TWO_FULL_TANKS' end as reason) why
 where reason is not null and v.energy <> 'BATTERY_ELECTRIC'
   and (v.retired_on is null or v.retired_on > :as_of)
