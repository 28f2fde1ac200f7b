select l.institution_id, 'NO_FINDINGS_KEPT' as reason, count(*) as objects
  from lease l
  join institution i on i.id = l.institution_id
 where not l.outward and l.starts_on >= date '2017-12-05' and l.starts_on <= :as_of and (l.ends_on is null or l.ends_on >= :as_of)
   and not exists (select from lease_approval k
                     join institution o on o.id = k.institution_id
                    where coalesce(trim(k.reallocation_finding), '') <> '' and left(o.division, 4) = left(i.division, 4))
 group by l.institution_id
