select r.id as subject_id, r.institution_id, r.reception_no || ' ' || r.guest_unit as title, r.starts_on,
       case when r.approved_on is null then '没有登记审批日期' else '审批日期为 ' || r.approved_on || '，属事后补批' end as problem_zh,
       case when r.approved_on is null then 'no approval is entered' else 'approved afterwards, on ' || r.approved_on end as problem_en,
       jsonb_build_array(jsonb_build_object('reception_no', r.reception_no, 'guest_unit', r.guest_unit, 'starts_on', r.starts_on, 'approval_no', r.approval_no, 'approved_on', r.approved_on)) as evidence
  from reception r
  join institution i on i.id = r.institution_id
 where (r.approved_on is null or r.approved_on > r.starts_on)
   and r.status <> 'CANCELLED' and r.starts_on >= date '2013-12-01' and r.starts_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
