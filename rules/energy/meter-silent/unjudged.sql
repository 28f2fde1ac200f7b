select m.institution_id, 'NO_METERS_READ' as reason, count(*) as objects
  from meter m
 where (m.removed_on is null or m.removed_on > :as_of)
   and not exists (select from meter_day d where d.meter_id = m.id and d.day between :as_of - 90 and :as_of)
 group by m.institution_id
