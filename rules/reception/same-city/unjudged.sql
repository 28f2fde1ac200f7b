select r.id as subject_id, r.institution_id, 'NO_GUEST_DIVISION' as reason, 1 as objects
  from reception r
  join institution i on i.id = r.institution_id
 where coalesce(trim(r.guest_division), '') = '' and r.status <> 'CANCELLED' and r.starts_on between date '2013-12-01' and :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and exists (select from reception_meal m where m.reception_id = r.id and m.kind = 'WORKING_MEAL')
