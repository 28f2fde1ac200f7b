select v.id as subject_id, v.institution_id, 'NO_ORIGIN' as reason, 1 as objects
  from vehicle v
  join institution i on i.id = v.institution_id
  left join vehicle_origin o on o.vehicle_id = v.id
 where v.acquisition = 'PURCHASE' and v.purchased_on between date '2017-12-05' and :as_of and (v.retired_on is null or v.retired_on > :as_of) and o.imported is null
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
