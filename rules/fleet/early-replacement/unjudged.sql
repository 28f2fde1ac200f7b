select v.id as subject_id, d.institution_id,
       case when v.registered_on is null then 'NO_REGISTRATION_DATE' else 'REGISTERED_AFTER_DISPOSAL' end as reason, 1 as objects
  from disposal d
  join vehicle v on v.id = d.vehicle_id
  join institution i on i.id = d.institution_id
 where d.disposed_on between date '2017-12-05' and :as_of
   and (v.registered_on is null or v.registered_on > d.disposed_on)
   and (coalesce(trim(d.replaced_by), '') <> '' or d.reason = 'AGE')
   and coalesce(trim(d.early_approval_no), '') = ''
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
