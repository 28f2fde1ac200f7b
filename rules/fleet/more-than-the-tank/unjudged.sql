select v.institution_id, 'NO_TANK' as reason, count(*) as objects
  from vehicle v
 where v.tank is null and v.energy not in ('BATTERY_ELECTRIC', 'FUEL_CELL')
   and (v.retired_on is null or v.retired_on > :as_of)
   and v.id in (select vehicle_id from fuel_record)
 group by v.institution_id
