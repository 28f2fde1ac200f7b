with asked as materialized (
    -- only institutions with trips of a time without orders are looked through
    select * from (
        select v.institution_id, min(m.first_started_at) as first_trip,
               (select date_trunc('month', min(o.planned_start)) from dispatch_order o where o.institution_id = v.institution_id) as since
          from vehicle_month m
          join vehicle v on v.id = m.vehicle_id
         where :judged(v.institution_id)
         group by v.institution_id) books
     where (first_trip >= since) is not true
)
select case when k.since is null then t.vehicle_id end as subject_id, v.institution_id, 'NO_ORDERS_KEPT' as reason, count(*) as objects
  from trip t
  join vehicle v on v.id = t.vehicle_id
  join asked k on k.institution_id = v.institution_id
 where (t.started_at >= k.since) is not true
   and t.started_at >= '2017-12-05 00:00+08' and t.started_at < :as_of + 1
 group by 1, 2
