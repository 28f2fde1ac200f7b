select r.id as subject_id, r.institution_id, l.lodging_no::text as episode, r.reception_no || ' ' || r.guest_unit as title, r.starts_on, r.starts_on as judged_on, l.tier,
       l.price as actual, c.value as "limit", l.price - c.value as excess,
       jsonb_build_array(jsonb_build_object('reception_no', r.reception_no, 'lodging_no', l.lodging_no, 'hotel', l.hotel, 'tier', l.tier, 'price', l.price, 'cap', c.value)) as evidence
  from reception_lodging l
  join reception r on r.id = l.reception_id
  join institution i on i.id = l.institution_id
  join lodging_price_cap c on c.division = i.division and c.tier = l.tier and c.valid @> r.starts_on
 where l.price > c.value
   and r.status <> 'CANCELLED' and r.starts_on >= date '2013-12-01' and r.starts_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
