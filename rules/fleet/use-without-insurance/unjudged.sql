with moved as (select distinct t.vehicle_id from trip t where :judged(t.institution_id) and t.started_at < :as_of + 1)
select v.id as subject_id, v.institution_id, 'NO_COMPULSORY_INSURANCE' as reason, 1 as objects
  from moved m
  join vehicle v on v.id = m.vehicle_id
 where v.id not in (select p.vehicle_id from insurance p where p.starts_on <= :as_of and p.kind in ('COMPULSORY', 'COMBINED'))
   and (v.retired_on is null or v.retired_on > :as_of)
