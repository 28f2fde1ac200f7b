select t.institution_id as subject_id, t.institution_id, t.claim_no as episode, t.claim_no as title, t.starts_on, t.meal_allowance,
       jsonb_build_array(jsonb_build_object('claim_no', t.claim_no, 'starts_on', t.starts_on, 'ends_on', t.ends_on, 'meal_allowance', t.meal_allowance)) as evidence
  from travel_claim t
 where t.meals_provided and t.meal_allowance > 0 and t.ends_on <= :as_of
