with asked as materialized (
    -- only institutions with trips of days the calendar does not know are looked through
    select * from (
        select i.id as institution_id, known.first, known.beyond, m.first_trip, m.last_trip
          from institution i
          join (select institution_id, min(first_started_at) as first_trip, max(last_started_at) as last_trip
                  from vehicle_month where :judged(institution_id) group by institution_id) m on m.institution_id = i.id
         cross join (select min(date)::timestamp at time zone 'Asia/Shanghai' as first, (max(date) + 1)::timestamp at time zone 'Asia/Shanghai' as beyond
                       from calendar_day) known
         where :judged(i.id)) books
     where (first_trip >= first and last_trip < beyond) is not true
)
select t.institution_id, 'CALENDAR_UNKNOWN' as reason, count(*) as objects
  from trip t
  join vehicle v on v.id = t.vehicle_id and not v.duty_vehicle
  join asked k on k.institution_id = t.institution_id
 where (t.started_at >= k.first and t.started_at < k.beyond) is not true
   and t.started_at >= '2017-12-05 00:00+08' and t.started_at < :as_of + 1
 group by t.institution_id
