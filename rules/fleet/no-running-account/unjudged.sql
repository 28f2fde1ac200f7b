select m.institution_id, 'NO_FUEL_KEPT' as reason, count(distinct m.vehicle_id) as objects
  from vehicle_month m
  join vehicle v on v.id = m.vehicle_id and v.energy not in ('BATTERY_ELECTRIC', 'FUEL_CELL')
 where m.month >= date_trunc('quarter', :as_of) - interval '3 months' and m.month < date_trunc('quarter', :as_of)
   and not exists (select from fuel_record f
                    where f.institution_id = m.institution_id and f.fuelled_at >= date_trunc('quarter', :as_of) - interval '3 months'
                      and f.fuelled_at < date_trunc('quarter', :as_of))
 group by m.institution_id
