select m.institution_id, 'NO_CHARGING_KEPT' as reason, count(distinct m.vehicle_id) as objects
  from vehicle_month m
  join vehicle v on v.id = m.vehicle_id and v.energy = 'PLUG_IN_HYBRID'
 where m.month >= date_trunc('quarter', :as_of) - interval '3 months' and m.month < date_trunc('quarter', :as_of)
   and not exists (select from fuel_record r
                    where r.institution_id = m.institution_id and r.grade = 'ELECTRICITY' and r.fuelled_at >= date_trunc('quarter', :as_of) - interval '3 months'
                      and r.fuelled_at < date_trunc('quarter', :as_of))
 group by m.institution_id
