select m.institution_id as subject_id, m.institution_id, 'NO_MANAGERS_KEPT' as reason, 1 as objects
  from energy_manager m
  join institution i on i.id = m.institution_id
 where coalesce(trim(m.manager), '') = '' and i.kind not in ('STATE_ENTERPRISE', 'ASSOCIATION')
   and not exists (select from energy_manager o
                     join institution n on n.id = o.institution_id
                    where coalesce(trim(o.manager), '') <> '' and left(n.division, 4) = left(i.division, 4))
 group by m.institution_id
