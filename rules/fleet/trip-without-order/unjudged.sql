with asked as materialized (
    -- only institutions with trips of a time without orders are looked through
    select b.institution_id, k.since
      from (select v.institution_id, min(t.first_trip) as first_trip
              from (select vehicle_id, min(started_at) as first_trip from trip
                     where vehicle_id in (select id from vehicle where :judged(institution_id)) group by vehicle_id) t
              join vehicle v on v.id = t.vehicle_id
             group by v.institution_id) b
      left join (select institution_id, date_trunc('month', min(planned_start)) as since from dispatch_order where :judged(institution_id) group by institution_id) k
        on k.institution_id = b.institution_id
     where (b.first_trip >= k.since) is not true
)
select case when k.since is null then t.vehicle_id end as subject_id, v.institution_id, 'NO_ORDERS_KEPT' as reason, count(*) as objects
  from trip t
  join vehicle v on v.id = t.vehicle_id
  join asked k on k.institution_id = v.institution_id
 where (t.started_at >= k.since) is not true
   and t.started_at >= '2017-12-05 00:00+08' and t.started_at < :as_of + 1
 group by 1, 2
