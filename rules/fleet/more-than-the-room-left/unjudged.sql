select v.id as subject_id, v.institution_id, case when v.tank is null then 'NO_TANK' else 'NO_RATED_CONSUMPTION' end as reason, 1 as objects
  from vehicle v
 where (v.tank is null or v.rated_consumption is null) and v.energy <> 'BATTERY_ELECTRIC'
   and (v.retired_on is null or v.retired_on > :as_of)
   and v.id in (select vehicle_id from filling)
