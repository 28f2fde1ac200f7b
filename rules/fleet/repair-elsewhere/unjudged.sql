select m.institution_id, 'NO_SUPPLIERS_KEPT' as reason, count(*) as objects
  from maintenance m
  join institution i on i.id = m.institution_id
 where m.done_on between :as_of - 365 and :as_of
   and not exists (select from fixed_supplier s
                     join institution o on o.id = s.institution_id
                    where s.service = 'REPAIR' and left(o.division, 4) = left(i.division, 4))
 group by m.institution_id
