select o.institution_id, 'NO_USE_CATEGORY' as reason, count(*) as objects
  from dispatch_order o
  join vehicle v on v.id = o.vehicle_id and v.retired_on is distinct from '-infinity'
  left join order_use u on u.order_id = o.id
 where o.approved and o.planned_start >= '2017-12-05 00:00+08' and o.planned_start < :as_of + 1
   and v.type in ('LAW_ENFORCEMENT', 'CONFIDENTIAL_COMMUNICATION') and u.category is null
 group by o.institution_id
