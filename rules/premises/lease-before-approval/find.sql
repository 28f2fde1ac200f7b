select l.institution_id as subject_id, l.institution_id, l.contract_no as episode, i.name as title, l.place, l.contract_no, l.starts_on, a.approved_on,
       a.approved_on - l.starts_on as actual, 0 as "limit", a.approved_on - l.starts_on as excess,
       jsonb_build_array(jsonb_build_object('contract_no', l.contract_no, 'place', l.place, 'approval_no', l.approval_no, 'approved_on', a.approved_on,
                                            'starts_on', l.starts_on)) as evidence
  from lease l
  join lease_approval a on a.lease_id = l.id
  join institution i on i.id = l.institution_id
 where not l.outward and a.approved_on > l.starts_on
   and l.starts_on >= date '2012-10-01' and l.starts_on <= :as_of and (l.ends_on is null or l.ends_on >= :as_of)
