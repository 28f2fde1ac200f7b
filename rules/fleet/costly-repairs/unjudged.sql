select v.id as subject_id, v.institution_id, 'NO_PRICE' as reason, 1 as objects
  from vehicle v
 where coalesce(v.price, 0) = 0 and v.id in (select m.vehicle_id from maintenance m where m.done_on <= :as_of)
