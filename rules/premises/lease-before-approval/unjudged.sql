select l.institution_id, 'NO_APPROVAL_DATE' as reason, count(*) as objects
  from lease l
  join lease_approval a on a.lease_id = l.id
 where not l.outward and a.approved_on is null and coalesce(trim(l.approval_no), '') <> ''
   and l.starts_on <= :as_of and (l.ends_on is null or l.ends_on >= :as_of)
 group by l.institution_id
