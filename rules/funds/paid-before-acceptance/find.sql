select c.id as subject_id, c.institution_id, y.payment_no::text as episode, c.contract_no || ' ' || c.name as title, y.payment_no, y.amount, y.paid_on,
       jsonb_build_array(jsonb_build_object('contract_no', c.contract_no, 'name', c.name, 'payment_no', y.payment_no, 'amount', y.amount, 'delivered_on', y.delivered_on, 'accepted_on', y.accepted_on, 'paid_on', y.paid_on)) as evidence
  from payment y
  join contract c on c.id = y.contract_id
 where y.delivered_on is not null and y.paid_on between date '2015-03-01' and :as_of
   and (coalesce(trim(y.acceptance_no), '') = '' or y.accepted_on > y.paid_on)
