select r.id as subject_id, r.institution_id, m.meal_no::text as episode, r.reception_no || ' ' || r.guest_unit as title, m.served_on, m.venue_kind, coalesce(m.venue, '未登记名称的场所') as venue_zh, coalesce(m.venue, 'a place without a name') as venue_en,
       jsonb_build_array(jsonb_build_object('reception_no', r.reception_no, 'meal_no', m.meal_no, 'served_on', m.served_on, 'venue', m.venue, 'venue_kind', m.venue_kind, 'amount', m.amount)) as evidence
  from reception_meal m
  join reception r on r.id = m.reception_id
  join institution i on i.id = m.institution_id
 where m.venue_kind in ('PRIVATE_CLUB', 'HIGH_CONSUMPTION')
   and r.status <> 'CANCELLED' and m.served_on >= date '2013-12-01' and m.served_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
