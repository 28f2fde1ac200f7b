select c.id as subject_id, c.institution_id, c.contract_no || ' ' || c.name as title, c.signed_on, c.amount,
       jsonb_build_array(jsonb_build_object('contract_no', c.contract_no, 'name', c.name, 'signed_on', c.signed_on, 'amount', c.amount, 'supplier', c.supplier)) as evidence
  from contract c
  join institution i on i.id = c.institution_id
 where c.in_catalogue and c.method = 'SELF' and c.signed_on between date '2003-01-01' and :as_of
   and i.kind not in ('STATE_ENTERPRISE', 'ASSOCIATION')
