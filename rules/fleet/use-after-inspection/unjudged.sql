with moved as (select distinct t.vehicle_id from trip t where :judged(t.institution_id) and t.started_at < :as_of + 1)
select v.id as subject_id, v.institution_id, 'NO_INSPECTION' as reason, 1 as objects
  from moved m
  join vehicle v on v.id = m.vehicle_id
 where v.id not in (select n.vehicle_id from inspection n where n.inspected_on <= :as_of and n.result <> 'FAILED' and n.valid_until is not null)
   and (v.retired_on is null or v.retired_on > :as_of)
