select v.id as subject_id, v.institution_id, 'NO_INSPECTION' as reason, 1 as objects
  from vehicle v
 where v.status in ('IN_USE', 'IDLE') and (v.retired_on is null or v.retired_on > :as_of)
   and v.id not in (select n.vehicle_id from inspection n where n.inspected_on <= :as_of and n.result <> 'FAILED' and n.valid_until is not null)
