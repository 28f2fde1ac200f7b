select v.id as subject_id, d.institution_id, v.plate as title, d.disposed_on, d.disposed_on as judged_on, d.method, d.reason,
       jsonb_build_array(jsonb_build_object('disposed_on', d.disposed_on, 'reason', d.reason, 'method', d.method, 'income', d.income)) as evidence
  from disposal d
  join vehicle v on v.id = d.vehicle_id
 where coalesce(trim(d.approval_no), '') = '' and d.method <> 'RETURN' and d.reason <> 'LOSS'
   and d.disposed_on between date '2021-04-01' and :as_of
