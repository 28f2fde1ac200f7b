select i.id as subject_id, i.id as institution_id, 'NO_ENERGY_BOOKS' as reason, 1 as objects
  from institution i
 where (i.dissolved_on is null or i.dissolved_on > :as_of)
   and i.kind not in ('STATE_ENTERPRISE', 'ASSOCIATION')
   and not exists (select from energy_user)
   and not exists (select from energy_filing)
   and not exists (select from consumption)
