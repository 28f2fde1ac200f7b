select p.institution_id as subject_id, p.institution_id, p.code as episode, i.name as title, p.name as project, p.kind,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('code', p.code, 'kind', p.kind, 'purpose', p.purpose, 'approval_no', p.approval_no,
           'approved_on', p.approved_on, 'approved_area', p.approved_area, 'built_area', p.built_area, 'budget', p.budget, 'cost', p.cost,
           'fund_source', p.fund_source, 'started_on', p.started_on, 'accepted_on', p.accepted_on))) as evidence
  from project p
  join institution i on i.id = p.institution_id
 where p.purpose = 'LODGING' and p.kind in ('NEW_BUILD', 'PURCHASE', 'REBUILD', 'EXTENSION', 'FIT_OUT')
   and coalesce(p.started_on, p.approved_on, :as_of) between date '2017-12-01' and :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
