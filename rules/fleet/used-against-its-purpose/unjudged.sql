-- vehicles, not orders: to count their orders is to read most there are
select v.institution_id, 'NO_USE_CATEGORY' as reason, count(*) as objects
  from vehicle v
 cross join lateral (
     select from dispatch_order o
      where o.vehicle_id = v.id and o.approved and o.planned_start >= '2017-12-05 00:00+08' and o.planned_start < :as_of + 1
        and not exists (select from order_use u where u.order_id = o.id and u.category is not null)
      limit 1) unsaid
 where v.type in ('LAW_ENFORCEMENT', 'CONFIDENTIAL_COMMUNICATION') and v.retired_on is distinct from '-infinity'
 group by v.institution_id
