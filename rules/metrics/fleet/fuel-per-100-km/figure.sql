select v.id as subject_id, v.institution_id, v.plate as title, f.litres as top, k.kilometres as bottom, f.litres * 100 / k.kilometres as value,
       v.body || '|' || v.energy as "like"
  from vehicle v
  join (select vehicle_id, sum(kilometres) as kilometres from vehicle_month where month > :as_of - 366 and month <= :as_of group by 1) k on k.vehicle_id = v.id and k.kilometres >= 1000
  join (select vehicle_id, sum(litres) as litres from fuel_record where liquid and fuelled_at > :as_of - 366 and fuelled_at < :as_of + 1 group by 1) f on f.vehicle_id = v.id
 where v.retired_on is null
