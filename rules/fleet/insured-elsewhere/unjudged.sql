select n.institution_id, 'NO_SUPPLIERS_KEPT' as reason, count(*) as objects
  from insurance n
  join institution i on i.id = n.institution_id
 where n.starts_on between :as_of - 365 and :as_of
   and not exists (select from fixed_supplier s
                     join institution o on o.id = s.institution_id
                    where s.service = 'INSURANCE' and left(o.division, 4) = left(i.division, 4))
 group by n.institution_id
