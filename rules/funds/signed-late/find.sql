select c.id as subject_id, c.institution_id, c.contract_no || ' ' || c.name as title, c.awarded_on, c.awarded_on as judged_on, c.signed_on, c.signed_on - c.awarded_on as actual, d.value as "limit", c.signed_on - c.awarded_on - d.value as excess,
       jsonb_build_array(jsonb_build_object('contract_no', c.contract_no, 'name', c.name, 'awarded_on', c.awarded_on, 'signed_on', c.signed_on)) as evidence
  from contract c
  join institution i on i.id = c.institution_id
  join contract_sign_days d on d.division = i.division and d.valid @> c.awarded_on
 where c.signed_on - c.awarded_on > d.value and c.signed_on <= :as_of
