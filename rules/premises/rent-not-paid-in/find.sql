select n.institution_id as subject_id, n.institution_id, l.contract_no || ' ' || n.starts_on as episode, i.name as title, l.place, l.contract_no, n.starts_on, n.ends_on,
       n.amount as actual, d.value as days,
       jsonb_build_array(jsonb_build_object('contract_no', l.contract_no, 'place', l.place, 'starts_on', n.starts_on, 'ends_on', n.ends_on,
                                            'amount', n.amount, 'received_on', n.received_on)) as evidence
  from lease_income n
  join lease l on l.id = n.lease_id and l.outward
  join institution i on i.id = n.institution_id
  join rent_payment_days d on d.division = i.division and d.valid @> :as_of
 where n.amount > 0 and coalesce(trim(n.receipt_no), '') = ''
   and n.ends_on >= date '2021-04-01' and n.ends_on + d.value::int < :as_of
