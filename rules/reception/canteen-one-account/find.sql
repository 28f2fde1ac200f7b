with joint as (
    select a.canteen_id, a.institution_id, a.month, sum(a.amount) filter (where a.purpose = 'STAFF_MEAL') as staff, sum(a.amount) filter (where a.purpose = 'RECEPTION_MEAL') as reception
      from canteen_account a
     where a.account = 'JOINT' and a.month between date '2025-06-01' and :as_of -- the first whole month under the revised regulation
     group by 1, 2, 3
)
select c.id as subject_id, c.institution_id, to_char(j.month, 'YYYY-MM') as episode, c.name as title, to_char(j.month, 'YYYY-MM') as month, j.staff, j.reception,
       jsonb_build_array(jsonb_build_object('month', to_char(j.month, 'YYYY-MM'), 'staff', j.staff, 'reception', j.reception)) as evidence
  from joint j
  join canteen c on c.id = j.canteen_id
 where j.staff > 0 and j.reception > 0
