with kept as (
    select i.id as institution_id, (select date_trunc('month', min(o.planned_start)) from dispatch_order o where o.institution_id = i.id) as since
      from institution i
)
select case when k.since is null then t.vehicle_id end as subject_id, v.institution_id, 'NO_ORDERS_KEPT' as reason, count(*) as objects
  from trip t
  join vehicle v on v.id = t.vehicle_id
  join kept k on k.institution_id = v.institution_id
 where (t.started_at >= k.since) is not true
   and t.started_at >= '2017-12-05 00:00+08' and t.started_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
 group by 1, 2
