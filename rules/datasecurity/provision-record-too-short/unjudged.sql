select p.institution_id, 'NO_KEPT_UNTIL' as reason, count(*) as objects
  from data_provision p
 where p.kept_until is null and p.provided_on between date '2025-01-01' and :as_of
 group by p.institution_id
