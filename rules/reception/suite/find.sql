select r.id as subject_id, r.institution_id, l.lodging_no::text as episode, r.reception_no || ' ' || r.guest_unit as title, r.starts_on, l.tier, l.rooms, l.nights,
       jsonb_build_array(jsonb_build_object('reception_no', r.reception_no, 'lodging_no', l.lodging_no, 'hotel', l.hotel, 'tier', l.tier, 'room_type', l.room_type, 'rooms', l.rooms, 'nights', l.nights, 'price', l.price)) as evidence
  from reception_lodging l
  join reception r on r.id = l.reception_id
  join institution i on i.id = l.institution_id
 where l.room_type = 'SUITE' and l.tier <> 'MINISTER'
   and r.status <> 'CANCELLED' and r.starts_on >= date '2013-12-01' and r.starts_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
