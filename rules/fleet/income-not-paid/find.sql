select v.id as subject_id, d.institution_id, v.plate as title, d.disposed_on, d.disposed_on as judged_on, d.method, d.income as actual,
       jsonb_build_array(jsonb_build_object('disposed_on', d.disposed_on, 'method', d.method, 'income', d.income, 'receipt_no', d.receipt_no)) as evidence
  from disposal d
  join vehicle v on v.id = d.vehicle_id
 where d.income > 0 and coalesce(trim(d.receipt_no), '') = ''
   and d.disposed_on between date '2021-04-01' and :as_of
