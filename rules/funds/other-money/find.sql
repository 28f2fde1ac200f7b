select s.institution_id as subject_id, s.institution_id, to_char(s.month, 'YYYY-MM') || ' ' || s.item || ' ' || s.source as episode, i.name as title, to_char(s.month, 'YYYY-MM') as of_month, s.item, s.source, s.amount,
       jsonb_build_array(jsonb_build_object('of_month', to_char(s.month, 'YYYY-MM'), 'item', s.item, 'source', s.source, 'spent', s.amount)) as evidence
  from spending s
  join institution i on i.id = s.institution_id
 where s.source <> 'OWN_BUDGET' and s.amount > 0 and s.item in ('ABROAD', 'VEHICLE_PURCHASE', 'VEHICLE_RUNNING', 'RECEPTION')
   and s.month >= date '2012-10-01' and s.month <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
