select l.institution_id, 'NO_APPROVED_AREA' as reason, count(*) as objects
  from lease l
 where not l.outward and l.starts_on <= :as_of and (l.ends_on is null or l.ends_on >= :as_of)
   and l.approved_area is null and coalesce(trim(l.approval_no), '') <> ''
 group by l.institution_id
