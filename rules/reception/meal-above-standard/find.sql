select r.id as subject_id, r.institution_id, m.meal_no::text as episode, r.reception_no || ' ' || r.guest_unit as title, m.served_on, m.served_on as judged_on, m.guests + m.companions as persons,
       h.amount as actual, s.value as "limit", h.amount - s.value as excess,
       jsonb_build_array(jsonb_build_object('reception_no', r.reception_no, 'meal_no', m.meal_no, 'served_on', m.served_on, 'amount', m.amount, 'guests', m.guests, 'companions', m.companions)) as evidence
  from reception_meal m
  join reception r on r.id = m.reception_id
  join institution i on i.id = m.institution_id
  join meal_standard s on s.division = i.division and s.valid @> m.served_on
 -- never rounded to the value it is above
 cross join lateral (select round(ceil(m.amount * 100 / nullif(m.guests + m.companions, 0)) / 100, 2) as amount) h
 where m.kind = 'WORKING_MEAL' and m.guests + m.companions > 0 and m.amount > s.value * (m.guests + m.companions)
   and r.status <> 'CANCELLED' and m.served_on >= date '2013-12-01' and m.served_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
