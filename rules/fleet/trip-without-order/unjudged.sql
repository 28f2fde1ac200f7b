with asked as materialized (
    -- only institutions with trips of a time without orders are looked through
    select * from (
        select v.institution_id, (select date_trunc('month', min(o.planned_start)) from dispatch_order o where o.institution_id = v.institution_id) as since,
               min(v.first_trip) as first_trip
          from (select institution_id, (select min(t.started_at) from trip t where t.vehicle_id = vehicle.id) as first_trip from vehicle) v
         group by v.institution_id) books
     where (first_trip >= since) is not true and first_trip is not null
)
select case when k.since is null then t.vehicle_id end as subject_id, v.institution_id, 'NO_ORDERS_KEPT' as reason, count(*) as objects
  from trip t
  join vehicle v on v.id = t.vehicle_id
  join asked k on k.institution_id = v.institution_id
 where (t.started_at >= k.since) is not true
   and t.started_at >= '2017-12-05 00:00+08' and t.started_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
 group by 1, 2
