select q.institution_id as subject_id, q.institution_id, q.request_no as episode, i.name as title, q.request_no, q.mode, q.category, q.quantity, count(*) as idle,
       jsonb_agg(jsonb_build_object('card_no', a.card_no, 'name', a.name, 'warehouse', w.warehouse, 'condition', w.condition, 'entered_on', w.entered_on) order by a.card_no) as evidence
  from asset_request q
  join institution i on i.id = q.institution_id
  join warehouse_first d on d.division = i.division and d.valid @> q.requested_on and d.value = 'REQUIRED'
  join asset a on a.category = q.category and a.category <> 'OTHER'
  join warehouse_entry w on w.asset_id = a.id and w.condition in ('GOOD', 'USABLE') and w.entered_on <= q.requested_on and (w.left_on is null or w.left_on > q.requested_on)
  join institution o on o.id = a.institution_id and o.division = i.division
 where q.mode in ('PURCHASE', 'LEASE') and q.status <> 'REFUSED' and coalesce(trim(q.why_not), '') = '' and q.requested_on <= :as_of
   and not exists (select from warehouse_loan l where l.asset_id = a.id and l.borrowed_on <= q.requested_on and (l.returned_on is null or l.returned_on > q.requested_on))
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
 group by q.id, q.institution_id, q.request_no, i.name, q.mode, q.category, q.quantity
