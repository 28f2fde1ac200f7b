select r.id as subject_id, r.institution_id, m.meal_no::text as episode, r.reception_no || ' ' || r.guest_unit as title, m.served_on, m.served_on as judged_on, m.guests,
       m.companions as actual, cap.most as "limit", m.companions - cap.most as excess,
       jsonb_build_array(jsonb_build_object('reception_no', r.reception_no, 'meal_no', m.meal_no, 'served_on', m.served_on, 'guests', m.guests, 'companions', m.companions, 'most', cap.most)) as evidence
  from reception_meal m
  join reception r on r.id = m.reception_id
  join institution i on i.id = m.institution_id
 cross join lateral (
     select coalesce((select c.value from companions_most c where c.division = i.division and c.valid @> m.served_on and m.guests <= c.up_to_guests order by c.up_to_guests limit 1),
                     (select floor(m.guests / g.value) from guests_per_companion g where g.division = i.division and g.valid @> m.served_on and m.guests > g.above_guests)) as most) cap
 where m.companions > cap.most
   and r.status <> 'CANCELLED' and m.served_on >= date '2013-12-01' and m.served_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
