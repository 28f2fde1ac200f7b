-- what was accepted was begun
select p.institution_id, 'NO_START_DATE' as reason, count(*) as objects
  from project p
  join institution i on i.id = p.institution_id
 where coalesce(trim(p.approval_no), '') = '' and p.kind <> 'ROUTINE_REPAIR' and p.started_on is null and p.accepted_on between date '2017-12-01' and :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
 group by p.institution_id
