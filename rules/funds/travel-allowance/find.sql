select t.institution_id as subject_id, t.institution_id, t.claim_no as episode, t.claim_no as title, t.starts_on as judged_on, d.days,
       coalesce(t.meal_allowance, 0) + coalesce(t.transport_allowance, 0) as actual, d.days * (m.value + l.value) as "limit", coalesce(t.meal_allowance, 0) + coalesce(t.transport_allowance, 0) - d.days * (m.value + l.value) as excess,
       jsonb_build_array(jsonb_build_object('claim_no', t.claim_no, 'starts_on', t.starts_on, 'ends_on', t.ends_on, 'meal_allowance', t.meal_allowance, 'transport_allowance', t.transport_allowance)) as evidence
  from travel_claim t
  join institution i on i.id = t.institution_id
  join travel_allowance m on m.division = i.division and m.allowance = 'MEAL' and m.valid @> t.starts_on
  join travel_allowance l on l.division = i.division and l.allowance = 'TRANSPORT' and l.valid @> t.starts_on
 cross join lateral (select t.ends_on - t.starts_on + 1 as days) d
 where (t.meal_allowance > d.days * m.value or t.transport_allowance > d.days * l.value)
   and coalesce(t.meal_allowance, 0) + coalesce(t.transport_allowance, 0) > d.days * (m.value + l.value) and t.ends_on <= :as_of
