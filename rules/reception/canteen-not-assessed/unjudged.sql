select c.id as subject_id, c.institution_id, 'NO_OPENING_DATE' as reason, 1 as objects
  from canteen c
  join institution i on i.id = c.institution_id
 where c.opened_on is null and (c.closed_on is null or c.closed_on > :as_of) and i.level <> 'TOWNSHIP' and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and not exists (select from canteen_assessment a where a.canteen_id = c.id and a.assessed_on <= :as_of)
