select v.id as subject_id, v.institution_id, 'NO_TANK' as reason, 1 as objects
  from vehicle v
 where v.tank is null
   and (v.retired_on is null or v.retired_on > :as_of)
   and v.id in (select vehicle_id from fuel_record where liquid)
