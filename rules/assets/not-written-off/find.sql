select a.id as subject_id, a.institution_id, d.disposed_on::text as episode, a.name || ' ' || a.card_no as title, d.disposed_on, d.disposed_on as judged_on, t.due as due_day,
       jsonb_build_array(jsonb_build_object('card_no', a.card_no, 'name', a.name, 'disposed_on', d.disposed_on, 'written_off_on', d.written_off_on, 'status', a.status)) as evidence
  from asset_disposal d
  join asset a on a.id = d.asset_id
  join institution i on i.id = d.institution_id
  join write_off_days w on w.division = i.division and w.valid @> d.disposed_on
 cross join lateral (select (d.disposed_on + w.value * interval '1 day')::date as due) t
 where (d.written_off_on > t.due or (d.written_off_on is null and :as_of > t.due))
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
