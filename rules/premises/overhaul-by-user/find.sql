select p.institution_id as subject_id, p.institution_id, p.code as episode, i.name as title, p.name as project, p.kind, b.name as building, b.title_holder as holder,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('code', p.code, 'kind', p.kind, 'purpose', p.purpose, 'approval_no', p.approval_no,
           'approved_on', p.approved_on, 'approved_area', p.approved_area, 'built_area', p.built_area, 'budget', p.budget, 'cost', p.cost,
           'fund_source', p.fund_source, 'started_on', p.started_on, 'accepted_on', p.accepted_on))) as evidence
  from project p
  join institution i on i.id = p.institution_id
  join building b on b.id = p.building_id
 where p.kind = 'OVERHAUL' and b.title_status = 'REGISTERED_TO_BUREAU' and coalesce(trim(b.title_holder), '') <> '' and b.title_holder <> i.name
   and coalesce(p.started_on, :as_of) between date '2017-12-05' and :as_of
