select a.id as subject_id, a.institution_id, a.name || ' ' || a.card_no as title, a.category, a.tier, a.purchased_on, a.purchased_on as judged_on, e.price as actual, c.value as "limit", e.price - c.value as excess,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('card_no', a.card_no, 'name', a.name, 'category', a.category, 'tier', a.tier, 'price', a.price, 'quantity', nullif(a.quantity, 1), 'cap', c.value))) as evidence
  from asset a
  join institution i on i.id = a.institution_id
  join asset_price_cap c on c.division = i.division and c.category = a.category and c.tier = a.tier and c.valid @> a.purchased_on
 -- of each thing on the card, and never rounded down to the cap it is above
 cross join lateral (select round(a.price / a.quantity, case when round(a.price / a.quantity, 2) > c.value then 2 else 6 end) as price) e
 where a.price > c.value * a.quantity and coalesce(trim(a.special_approval_no), '') = ''
   and a.status <> 'DISPOSED' and (a.disposed_on is null or a.disposed_on > :as_of) and a.purchased_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
