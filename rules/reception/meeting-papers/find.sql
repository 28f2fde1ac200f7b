select m.id as subject_id, m.institution_id, m.name as title, m.starts_on, m.starts_on as judged_on, m.settled_on, m.cost,
       concat_ws('、', case when not m.approval then '审批文件' end, case when not m.notice then '会议通知' end, case when not m.sign_in then '签到表' end, case when not m.bill then '原始明细单据' end) as problem_zh,
       concat_ws(', ', case when not m.approval then 'approval' end, case when not m.notice then 'notice' end, case when not m.sign_in then 'sign-in sheet' end, case when not m.bill then 'itemised bill' end) as problem_en,
       jsonb_build_array(jsonb_build_object('meeting_no', m.meeting_no, 'starts_on', m.starts_on, 'ends_on', m.ends_on, 'settled_on', m.settled_on, 'cost', m.cost)) as evidence
  from meeting m
  join institution i on i.id = m.institution_id
 where m.settled_on <= :as_of and not (m.approval and m.notice and m.sign_in and m.bill)
   and m.starts_on >= date '2016-07-01' and m.ends_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
