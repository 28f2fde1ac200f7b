select a.id as subject_id, a.institution_id, d.disposed_on::text as episode, a.name || ' ' || a.card_no as title, a.category, a.purchased_on, d.disposed_on, d.disposed_on as judged_on, y.value as least,
       jsonb_build_array(jsonb_build_object('card_no', a.card_no, 'name', a.name, 'purchased_on', a.purchased_on, 'disposed_on', d.disposed_on, 'least', y.value)) as evidence
  from asset_disposal d
  join asset a on a.id = d.asset_id
  join institution i on i.id = d.institution_id
  join asset_least_years y on y.division = i.division and y.category = a.category and y.valid @> d.disposed_on
 where d.kind = 'SCRAP' and coalesce(trim(d.damage_report_no), '') = ''
   and d.disposed_on < a.purchased_on + make_interval(months => round(y.value * 12)::int) and d.disposed_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
