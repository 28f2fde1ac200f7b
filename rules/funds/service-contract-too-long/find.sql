select c.id as subject_id, c.institution_id, c.contract_no || ' ' || c.name as title, c.starts_on, c.starts_on as judged_on, c.ends_on, y.value as years,
       jsonb_build_array(jsonb_build_object('contract_no', c.contract_no, 'name', c.name, 'starts_on', c.starts_on, 'ends_on', c.ends_on)) as evidence
  from contract c
  join institution i on i.id = c.institution_id
  join service_contract_years y on y.division = i.division and y.valid @> c.signed_on
 where c.category = 'SERVICES' and c.ends_on >= c.starts_on + make_interval(months => round(y.value * 12)::int) and c.signed_on <= :as_of
