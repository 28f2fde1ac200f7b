select p.institution_id as subject_id, p.institution_id, p.contract_no || ' ' || p.product as episode, i.name as title, p.product, p.contract_no, p.bought_on,
       p.bought_on as judged_on, p.amount as actual,
       jsonb_build_array(jsonb_build_object('contract_no', p.contract_no, 'product', p.product, 'quantity', p.quantity, 'amount', p.amount,
                                            'bought_on', p.bought_on)) as evidence
  from energy_purchase p
  join institution i on i.id = p.institution_id
 where p.duty = 'MANDATORY' and coalesce(trim(p.certificate_no), '') = ''
   and p.bought_on between date '2008-10-01' and :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
