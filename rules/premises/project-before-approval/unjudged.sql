select p.institution_id, 'NO_APPROVAL_DATE' as reason, count(*) as objects
  from project p
 where coalesce(trim(p.approval_no), '') <> '' and p.approved_on is null and p.kind <> 'ROUTINE_REPAIR' and p.started_on between date '2017-12-01' and :as_of
 group by p.institution_id
