select a.id as subject_id, a.institution_id, a.idle_since::text as episode, a.name || ' ' || a.card_no as title, a.idle_since, a.idle_since as judged_on, m.value as months,
       jsonb_build_array(jsonb_build_object('card_no', a.card_no, 'name', a.name, 'idle_since', a.idle_since, 'place', a.place, 'price', a.price)) as evidence
  from asset a
  join institution i on i.id = a.institution_id
  join idle_entry_months m on m.division = i.division and m.valid @> a.idle_since
 where a.status = 'IDLE' and a.status <> 'DISPOSED' and (a.disposed_on is null or a.disposed_on > :as_of) and :as_of > a.idle_since + make_interval(months => round(m.value)::int)
   and not exists (select from warehouse_entry w where w.asset_id = a.id and w.entered_on >= a.idle_since and w.entered_on <= :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
