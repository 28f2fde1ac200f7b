select v.id as subject_id, v.institution_id, 'NO_PARKING' as reason, 1 as objects
  from vehicle v
 where (v.parking_longitude is null or v.parking_latitude is null)
   and (v.retired_on is null or v.retired_on > :as_of)
   and v.id in (select m.vehicle_id from vehicle_month m where :judged(m.institution_id) and m.first_started_at < :as_of + 1)
