select c.id as subject_id, c.institution_id, c.contract_no || ' ' || c.name as title, c.signed_on as judged_on, sum(s.amount) as actual, c.amount * p.value as "limit", sum(s.amount) - c.amount * p.value as excess,
       jsonb_agg(jsonb_build_object('contract_no', s.contract_no, 'name', s.name, 'signed_on', s.signed_on, 'amount', s.amount) order by s.signed_on, s.contract_no) as evidence
  from contract c
  join contract s on s.base_id = c.id and s.signed_on <= :as_of
  join institution i on i.id = c.institution_id
  join supplement_share p on p.division = i.division and p.valid @> c.signed_on
 group by c.id, c.institution_id, c.contract_no, c.name, c.signed_on, c.amount, p.value
having sum(s.amount) > c.amount * p.value
