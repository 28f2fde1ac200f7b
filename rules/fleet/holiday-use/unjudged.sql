with asked as materialized (
    -- only institutions with trips of a time without orders, or of days the calendar does not know, are looked through
    select * from (
        select i.id as institution_id, known.first, known.beyond,
               (select date_trunc('month', min(o.planned_start)) from dispatch_order o where o.institution_id = i.id) as since,
               m.first_trip, m.last_trip
          from institution i
          join (select institution_id, min(first_started_at) as first_trip, max(last_started_at) as last_trip
                  from vehicle_month where :judged(institution_id) group by institution_id) m on m.institution_id = i.id
         cross join (select min(date)::timestamp at time zone 'Asia/Shanghai' as first, (max(date) + 1)::timestamp at time zone 'Asia/Shanghai' as beyond
                       from calendar_day) known
         where :judged(i.id)) books
     where (first_trip >= since and first_trip >= first and last_trip < beyond) is not true
)
select case when reason = 'NO_ORDERS_KEPT' and k.since is null then t.vehicle_id end as subject_id, t.institution_id, reason, count(*) as objects
  from trip t
  join vehicle v on v.id = t.vehicle_id and not v.duty_vehicle
  join asked k on k.institution_id = t.institution_id
 cross join lateral (select case when (t.started_at >= k.first and t.started_at < k.beyond) is not true then 'CALENDAR_UNKNOWN'
                                 when (t.started_at >= k.since) is not true
                                      and exists (select from calendar_day h where h.date = t.started_at::date and h.kind = 'HOLIDAY')
                                      then 'NO_ORDERS_KEPT' end as reason) why
 where reason is not null
   and t.started_at >= '2017-12-05 00:00+08' and t.started_at < :as_of + 1
 group by 1, 2, 3
