select a.id as subject_id, a.institution_id, 'NO_PURCHASE_DATE' as reason, count(*) as objects
  from asset_disposal d
  join asset a on a.id = d.asset_id
  join institution i on i.id = d.institution_id
  join asset_least_years y on y.division = i.division and y.category = a.category and y.valid @> d.disposed_on
 where d.kind = 'SCRAP' and coalesce(trim(d.damage_report_no), '') = '' and a.purchased_on is null and d.disposed_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
 group by a.id, a.institution_id
