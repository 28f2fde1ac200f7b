select r.id as subject_id, r.institution_id, m.meal_no::text as episode, r.reception_no || ' ' || r.guest_unit as title, m.served_on, m.served_on as judged_on, m.guests + m.companions as persons,
       round(m.amount / (m.guests + m.companions), 2) as actual, s.value as "limit", round(m.amount / (m.guests + m.companions), 2) - s.value as excess,
       jsonb_build_array(jsonb_build_object('reception_no', r.reception_no, 'meal_no', m.meal_no, 'served_on', m.served_on, 'amount', m.amount, 'guests', m.guests, 'companions', m.companions)) as evidence
  from reception_meal m
  join reception r on r.id = m.reception_id
  join institution i on i.id = m.institution_id
  join meal_standard s on s.division = i.division and s.valid @> m.served_on
 where m.kind = 'WORKING_MEAL' and m.guests + m.companions > 0 and round(m.amount / (m.guests + m.companions), 2) > s.value
   and r.status <> 'CANCELLED' and m.served_on >= date '2013-12-01' and m.served_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
