select a.id as subject_id, a.institution_id, u.year::text as episode, a.name || ' ' || a.card_no as title, u.year, make_date(u.year, 12, 31) as judged_on,
       s.shown as actual, l.value as "limit", l.value - s.shown as excess,
       jsonb_build_array(jsonb_build_object('card_no', a.card_no, 'name', a.name, 'price', a.price, 'year', u.year, 'available_hours', u.available_hours, 'used_hours', u.used_hours, 'shared_hours', u.shared_hours)) as evidence
  from asset_usage u
  join asset a on a.id = u.asset_id
  join institution i on i.id = u.institution_id
  join shared_equipment_price p on p.division = i.division and p.valid @> make_date(u.year, 12, 31)
  join equipment_least_use l on l.division = i.division and l.valid @> make_date(u.year, 12, 31)
 -- never rounded to the share it is below
 cross join lateral (select case when round(x.share, 2) < l.value then round(x.share, 2) else round(x.share, 4) end as shown, x.share from (select u.used_hours / nullif(u.available_hours, 0) * 100 as share) x) s
 where a.price >= p.value and s.share < l.value and :as_of > make_date(u.year, 12, 31) and (a.disposed_on is null or a.disposed_on > :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
