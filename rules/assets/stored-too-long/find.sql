select a.id as subject_id, a.institution_id, w.entered_on::text as episode, a.name || ' ' || a.card_no as title, u.since, u.since as judged_on, m.value as months,
       jsonb_build_array(jsonb_build_object('card_no', a.card_no, 'name', a.name, 'entered_on', w.entered_on, 'warehouse', w.warehouse, 'since', u.since)) as evidence
  from warehouse_entry w
  join asset a on a.id = w.asset_id
  join institution i on i.id = a.institution_id
 cross join lateral (select greatest(w.entered_on, max(l.returned_on)) as since, bool_or(l.returned_on is null and l.borrowed_on is not null) as lent
                       from (select 1) one left join warehouse_loan l on l.asset_id = a.id and l.borrowed_on >= w.entered_on and l.borrowed_on <= :as_of) u
  join warehouse_stay_months m on m.division = i.division and m.valid @> u.since
 where (w.left_on is null or w.left_on > :as_of) and a.status <> 'DISPOSED' and (a.disposed_on is null or a.disposed_on > :as_of) and u.lent is not true
   and :as_of > u.since + make_interval(months => round(m.value)::int)
