select t.institution_id as subject_id, t.institution_id, t.claim_no as episode, t.claim_no as title, t.starts_on, t.starts_on as judged_on, t.tier, t.seat,
       jsonb_build_array(jsonb_build_object('claim_no', t.claim_no, 'starts_on', t.starts_on, 'ends_on', t.ends_on, 'tier', t.tier, 'seat', t.seat)) as evidence
  from travel_claim t
  join institution i on i.id = t.institution_id
  join seat_allowed a on a.division = i.division and a.tier = t.tier and a.seat = t.seat and a.valid @> t.starts_on
 where a.value < 1 and t.starts_on <= :as_of
