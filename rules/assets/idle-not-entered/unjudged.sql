select a.id as subject_id, a.institution_id, 'NO_IDLE_DATE' as reason, 1 as objects
  from asset a
  join institution i on i.id = a.institution_id
 where a.status = 'IDLE' and a.idle_since is null and (a.disposed_on is null or a.disposed_on > :as_of)
   and not exists (select from warehouse_entry w where w.asset_id = a.id and w.entered_on <= :as_of and (w.left_on is null or w.left_on > :as_of))
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
