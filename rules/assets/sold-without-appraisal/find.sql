select a.id as subject_id, a.institution_id, d.disposed_on::text as episode, a.name || ' ' || a.card_no as title, d.disposed_on, d.kind,
       concat_ws('，', case when coalesce(trim(d.appraisal_no), '') = '' then '没有评估报告' end, case when not d.platform and d.kind <> 'EXCHANGE' then '没有通过公共资源交易平台' end) as problem_zh,
       concat_ws(', ', case when coalesce(trim(d.appraisal_no), '') = '' then 'not appraised' end, case when not d.platform and d.kind <> 'EXCHANGE' then 'not on the public trading platform' end) as problem_en,
       jsonb_build_array(jsonb_build_object('card_no', a.card_no, 'name', a.name, 'kind', d.kind, 'disposed_on', d.disposed_on, 'appraisal_no', d.appraisal_no)) as evidence
  from asset_disposal d
  join asset a on a.id = d.asset_id
  join institution i on i.id = d.institution_id
 where d.kind in ('SALE', 'AUCTION', 'EXCHANGE') and (coalesce(trim(d.appraisal_no), '') = '' or (not d.platform and d.kind <> 'EXCHANGE'))
   and d.disposed_on between date '2021-04-01' and :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
