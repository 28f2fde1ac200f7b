select p.institution_id as subject_id, p.institution_id, p.contract_no as episode, i.name || ' ' || p.contract_no as title, p.processor, p.starts_on, p.ends_on, concat_ws('、', case when o.access then '权限没有收回' end, case when o.data then '数据没有返还或者销毁' end) as problem_zh,
       concat_ws(' and ', case when o.access then 'the access is not withdrawn' end, case when o.data then 'the data is not given back' end) as problem_en,
       jsonb_build_array(jsonb_build_object('contract_no', p.contract_no, 'processor', p.processor, 'service', p.service, 'starts_on', p.starts_on, 'ends_on', p.ends_on, 'access_closed_on', p.access_closed_on, 'data_returned_on', p.data_returned_on)) as evidence
  from data_processor p
  join institution i on i.id = p.institution_id
 cross join lateral (select p.access_closed_on is null or p.access_closed_on > :as_of as access, p.data_returned_on is null or p.data_returned_on > :as_of as data) o
 where p.ends_on < :as_of and p.ends_on >= date '2021-09-01' and (o.access or o.data)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
