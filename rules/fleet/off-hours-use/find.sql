with asked as (
    select i.id as institution_id, make_interval(mins => g.value::int) as grace, make_interval(mins => (s.value * 60)::int) as opens,
           -- to the minute, as times are shown
           make_interval(mins => (e.value * 60)::int + 1) as closes
      from institution i
      join working_hours s on s.division = i.division and s.bound = 'START' and s.valid @> :as_of
      join working_hours e on e.division = i.division and e.bound = 'END' and e.valid @> :as_of
      join order_grace_minutes g on g.division = i.division and g.valid @> :as_of
     where :judged(i.id)
    offset 0
),
-- only months in which a vehicle was out on a day off, early or late are gone through trip by trip
days_off as (
    select date_trunc('month', date)::date as month, bit_or(1 << extract(day from date)::int - 1) as days from calendar_day where not is_workday group by 1
),
looked_at as materialized (
    select m.vehicle_id, m.institution_id, m.first_started_at, m.last_started_at, v.plate, a.grace, a.opens, a.closes
      from vehicle_month m
      join asked a on a.institution_id = m.institution_id
      join vehicle v on v.id = m.vehicle_id and not v.duty_vehicle
      left join days_off o on o.month = m.month
     where :judged(m.institution_id) and (m.earliest < a.opens or m.latest >= a.closes or m.days & o.days <> 0)
),
off_hours as materialized (
    select t.*, l.plate, l.grace,
           case when d.kind = 'HOLIDAY' then '节假日' when not d.is_workday then '休息日' else '工作日下班时间' end as when_zh,
           case when d.kind = 'HOLIDAY' then 'holiday' when not d.is_workday then 'weekend' else 'after hours' end as when_en
      from looked_at l
     cross join lateral (select * from trip t
                          where t.vehicle_id = l.vehicle_id and t.institution_id = l.institution_id
                            and t.started_at between l.first_started_at and l.last_started_at
                         offset 0) t
      join calendar_day d on d.date = t.started_at::date
     where t.started_at >= '2017-12-05 00:00+08' and t.started_at < :as_of + 1
       -- the next day is past every end
       and (not d.is_workday or t.started_at::timestamp < d.date + l.opens or t.ended_at::timestamp >= d.date + l.closes)
)
select vehicle_id as subject_id, institution_id, to_char(started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, plate as title, kilometres as actual,
       to_char(started_at, 'YYYY-MM-DD HH24:MI') as started_at, to_char(ended_at, 'YYYY-MM-DD HH24:MI') as ended_at, when_zh, when_en,
       jsonb_build_array(jsonb_build_object(
           'started_at', to_char(started_at, 'YYYY-MM-DD HH24:MI'), 'ended_at', to_char(ended_at, 'YYYY-MM-DD HH24:MI'),
           'kilometres', kilometres, 'origin', origin, 'destination', destination, 'order_no', order_no)) as evidence
  from off_hours
 where (select o.id from dispatch_order o
         where o.vehicle_id = off_hours.vehicle_id and o.approved and o.off_hours_approved
           and o.planned_start <= off_hours.ended_at + off_hours.grace and o.planned_end >= off_hours.started_at - off_hours.grace
         limit 1) is null
