select r.id as subject_id, r.institution_id, m.meal_no::text as episode, r.reception_no || ' ' || r.guest_unit as title, m.served_on,
       concat_ws('、', case when m.cigarettes then '香烟' end, case when m.luxury_dishes then '高档或野生动物菜肴' end) as problem_zh,
       concat_ws(' and ', case when m.cigarettes then 'cigarettes' end, case when m.luxury_dishes then 'luxury or wild dishes' end) as problem_en,
       jsonb_build_array(jsonb_build_object('reception_no', r.reception_no, 'meal_no', m.meal_no, 'served_on', m.served_on, 'venue', m.venue, 'amount', m.amount)) as evidence
  from reception_meal m
  join reception r on r.id = m.reception_id
  join institution i on i.id = m.institution_id
 where (m.cigarettes or m.luxury_dishes)
   and r.status <> 'CANCELLED' and m.served_on >= date '2013-12-01' and m.served_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
