select r.id as subject_id, r.institution_id, m.meal_no::text as episode, r.reception_no || ' ' || r.guest_unit as title, m.served_on, m.served_on as judged_on, m.alcohol, b.value as ban,
       jsonb_build_array(jsonb_build_object('reception_no', r.reception_no, 'meal_no', m.meal_no, 'served_on', m.served_on, 'alcohol', m.alcohol, 'venue', m.venue)) as evidence
  from reception_meal m
  join reception r on r.id = m.reception_id
  join institution i on i.id = m.institution_id
  join meal_alcohol b on b.division = i.division and b.valid @> m.served_on
 where m.alcohol <> 'NONE' and (b.value = 'ALL' or m.alcohol = b.value)
   and r.status <> 'CANCELLED' and m.served_on >= date '2013-12-01' and m.served_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
