select a.id as subject_id, a.institution_id, d.disposed_on::text as episode, a.name || ' ' || a.card_no as title, d.disposed_on, d.kind,
       concat_ws('、', case when coalesce(trim(d.decision_no), '') = '' then '集体决策' end, case when coalesce(trim(d.approval_no), '') = '' or d.approved_on > d.disposed_on then '事先审批' end) as problem_zh,
       concat_ws(' and ', case when coalesce(trim(d.decision_no), '') = '' then 'decision' end, case when coalesce(trim(d.approval_no), '') = '' or d.approved_on > d.disposed_on then 'approval beforehand' end) as problem_en,
       jsonb_build_array(jsonb_build_object('card_no', a.card_no, 'name', a.name, 'kind', d.kind, 'disposed_on', d.disposed_on, 'decision_no', d.decision_no, 'approval_no', d.approval_no, 'approved_on', d.approved_on)) as evidence
  from asset_disposal d
  join asset a on a.id = d.asset_id
  join institution i on i.id = d.institution_id
 where (coalesce(trim(d.decision_no), '') = '' or coalesce(trim(d.approval_no), '') = '' or d.approved_on > d.disposed_on)
   and d.disposed_on between date '2021-04-01' and :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
