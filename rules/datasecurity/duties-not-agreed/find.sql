select p.institution_id as subject_id, p.institution_id, p.contract_no as episode, i.name || ' ' || p.contract_no as title, p.processor, p.starts_on,
       jsonb_build_array(jsonb_build_object('contract_no', p.contract_no, 'processor', p.processor, 'service', p.service, 'starts_on', p.starts_on)) as evidence
  from data_processor p
  join institution i on i.id = p.institution_id
 where not coalesce(p.duties_agreed, false) and p.starts_on between date '2021-09-01' and :as_of and (p.ends_on is null or p.ends_on >= :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
