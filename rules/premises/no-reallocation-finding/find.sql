select l.institution_id as subject_id, l.institution_id, l.contract_no as episode, i.name as title, l.place, l.contract_no, l.area as actual,
       jsonb_build_array(jsonb_build_object('contract_no', l.contract_no, 'place', l.place, 'area', l.area, 'approval_no', l.approval_no,
                                            'starts_on', l.starts_on)) as evidence
  from lease l
  join lease_approval a on a.lease_id = l.id
  join institution i on i.id = l.institution_id
 where not l.outward
   and coalesce(trim(a.reallocation_finding), '') = ''
   and l.starts_on >= date '2017-12-05' and l.starts_on <= :as_of and (l.ends_on is null or l.ends_on >= :as_of)
   -- where nobody in the city entered any yet, they are not missing
   and exists (select from lease_approval k
                 join institution o on o.id = k.institution_id
                where coalesce(trim(k.reallocation_finding), '') <> '' and left(o.division, 4) = left(i.division, 4))
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
