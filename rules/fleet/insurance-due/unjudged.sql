select v.id as subject_id, v.institution_id, 'NO_COMPULSORY_INSURANCE' as reason, 1 as objects
  from vehicle v
 where v.status in ('IN_USE', 'IDLE') and (v.retired_on is null or v.retired_on > :as_of)
   and v.id not in (select p.vehicle_id from insurance p where p.starts_on <= :as_of and p.kind in ('COMPULSORY', 'COMBINED'))
