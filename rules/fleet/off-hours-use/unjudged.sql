with kept as (
    select i.id as institution_id, (select date_trunc('month', min(o.planned_start)) from dispatch_order o where o.institution_id = i.id) as since
      from institution i
),
known as (
    select min(date)::timestamp at time zone 'Asia/Shanghai' as first, (max(date) + 1)::timestamp at time zone 'Asia/Shanghai' as beyond from calendar_day
)
select case when reason = 'NO_ORDERS_KEPT' and k.since is null then t.vehicle_id end as subject_id, t.institution_id, reason, count(*) as objects
  from trip t
  join vehicle v on v.id = t.vehicle_id and not v.duty_vehicle
  join kept k on k.institution_id = t.institution_id
 cross join known
 cross join lateral (select case when (t.started_at >= k.since) is not true then 'NO_ORDERS_KEPT'
                                 when (t.started_at >= known.first and t.started_at < known.beyond) is not true then 'CALENDAR_UNKNOWN' end as reason) why
 where reason is not null
   and t.started_at >= '2017-12-05 00:00+08' and t.started_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
 group by 1, 2, 3
