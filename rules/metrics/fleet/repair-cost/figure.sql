select v.id as subject_id, v.institution_id, v.plate as title, m.amount as top, null::numeric as bottom, m.amount as value, v.body || '|' || v.energy as "like"
  from vehicle v
  join (select vehicle_id, sum(amount) as amount from maintenance where done_on > :as_of - 366 and done_on <= :as_of group by 1) m on m.vehicle_id = v.id
 where v.retired_on is null
