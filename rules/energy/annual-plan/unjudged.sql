select i.id as subject_id, i.id as institution_id, 'NO_PLANS_KEPT' as reason, 1 as objects
  from institution i
 where (i.dissolved_on is null or i.dissolved_on > :as_of)
   and i.kind not in ('STATE_ENTERPRISE', 'ASSOCIATION')
   and not exists (select from energy_filing f
                     join institution o on o.id = f.institution_id
                    where f.kind = 'ANNUAL_PLAN' and left(o.division, 4) = left(i.division, 4))
