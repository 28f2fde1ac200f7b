select t.institution_id as subject_id, t.institution_id, t.claim_no as episode, t.claim_no as title, t.starts_on as judged_on, t.tier, t.hotel_price as actual, c.value as "limit", t.hotel_price - c.value as excess,
       jsonb_build_array(jsonb_build_object('claim_no', t.claim_no, 'starts_on', t.starts_on, 'ends_on', t.ends_on, 'tier', t.tier, 'hotel_price', t.hotel_price)) as evidence
  from travel_claim t
  join lodging_price_cap c on c.division = t.city_division and c.tier = t.tier and c.valid @> t.starts_on
 where t.hotel_price > c.value and t.ends_on <= :as_of
