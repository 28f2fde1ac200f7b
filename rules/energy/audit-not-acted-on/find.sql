select a.institution_id as subject_id, a.institution_id, a.done_on::text as episode, i.name as title, a.done_on, a.act_by,
       coalesce(nullif(trim(a.actions), ''), '（未填）') as actions, :as_of - a.act_by as actual, 0 as "limit", :as_of - a.act_by as excess,
       jsonb_build_array(jsonb_build_object('done_on', a.done_on, 'auditor', a.auditor, 'actions', a.actions, 'act_by', a.act_by)) as evidence
  from energy_audit a
  join institution i on i.id = a.institution_id
 where a.act_by < :as_of and (a.acted_on is null or a.acted_on > :as_of) and a.done_on >= date '2008-10-01'
