select p.institution_id as subject_id, p.institution_id, p.code as episode, i.name as title, p.name as project, p.kind, p.accepted_on, d.due, d.due as judged_on,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('code', p.code, 'kind', p.kind, 'purpose', p.purpose, 'approval_no', p.approval_no,
           'approved_on', p.approved_on, 'approved_area', p.approved_area, 'built_area', p.built_area, 'budget', p.budget, 'cost', p.cost,
           'fund_source', p.fund_source, 'started_on', p.started_on, 'accepted_on', p.accepted_on))) as evidence
  from project p
  join institution i on i.id = p.institution_id
  join final_accounts_months m on m.division = i.division and m.valid @> p.accepted_on
 cross join lateral (select (p.accepted_on + make_interval(months => m.value::int))::date as due) d
 where p.settled_on is null and p.kind <> 'ROUTINE_REPAIR' and d.due >= date '2021-04-01' and d.due < :as_of
