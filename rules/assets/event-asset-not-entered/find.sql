select a.id as subject_id, a.institution_id, a.name || ' ' || a.card_no as title, a.event_ended_on, a.event_ended_on as judged_on, t.due as due_day,
       jsonb_build_array(jsonb_build_object('card_no', a.card_no, 'name', a.name, 'event_ended_on', a.event_ended_on, 'price', a.price)) as evidence
  from asset a
  join institution i on i.id = a.institution_id
  join event_entry_days p on p.division = i.division and p.valid @> a.event_ended_on
 cross join lateral (select (a.event_ended_on + p.value * interval '1 day')::date as due) t
 where a.status <> 'DISPOSED' and (a.disposed_on is null or a.disposed_on > :as_of) and :as_of > t.due
   and not exists (select from warehouse_entry w where w.asset_id = a.id and w.entered_on <= t.due)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
