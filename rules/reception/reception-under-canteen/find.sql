select c.id as subject_id, c.institution_id, to_char(a.month, 'YYYY-MM') as episode, c.name as title, to_char(a.month, 'YYYY-MM') as month, a.amount as actual,
       jsonb_build_array(jsonb_build_object('month', to_char(a.month, 'YYYY-MM'), 'amount', a.amount)) as evidence
  from canteen_account a
  join canteen c on c.id = a.canteen_id
 where a.account = 'STAFF' and a.purpose = 'RECEPTION_MEAL' and a.amount > 0
   and a.month between date '2025-06-01' and :as_of -- the first whole month under the revised regulation
