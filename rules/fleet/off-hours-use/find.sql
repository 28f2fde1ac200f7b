with moved as (
    select t.*, l.day, l.start_time, l.end_time, l.end_day, v.plate, i.division, d.kind, d.is_workday
      from trip t
     cross join lateral (
         select (t.started_at at time zone 'Asia/Shanghai')::date as day, (t.started_at at time zone 'Asia/Shanghai')::time as start_time,
                (t.ended_at at time zone 'Asia/Shanghai')::date as end_day, (t.ended_at at time zone 'Asia/Shanghai')::time as end_time) l
      join calendar_day d on d.date = l.day
      join vehicle v on v.id = t.vehicle_id and not v.duty_vehicle
      join institution i on i.id = t.institution_id
     where l.day between date '2017-12-05' and :as_of
       -- an institution that keeps no orders here: nothing is known of approvals
       and t.institution_id in (select institution_id from dispatch_order)
),
off_hours as (
    select m.*, make_interval(mins => g.value::int) as grace,
           case when m.kind = 'HOLIDAY' then '节假日' when not m.is_workday then '休息日' else '工作日下班时间' end as when_zh,
           case when m.kind = 'HOLIDAY' then 'holiday' when not m.is_workday then 'weekend' else 'after hours' end as when_en
      from moved m
      join working_hours s on s.division = m.division and s.bound = 'START' and s.valid @> :as_of
      join working_hours e on e.division = m.division and e.bound = 'END' and e.valid @> :as_of
      join order_grace_minutes g on g.division = m.division and g.valid @> :as_of
     where not m.is_workday or m.end_day > m.day
        or m.start_time < time '00:00' + make_interval(mins => (s.value * 60)::int)
        or m.end_time > time '00:00' + make_interval(mins => (e.value * 60)::int)
)
select vehicle_id as subject_id, institution_id, to_char(started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, plate as title, kilometres as actual,
       to_char(started_at, 'YYYY-MM-DD HH24:MI') as started_at, to_char(ended_at, 'YYYY-MM-DD HH24:MI') as ended_at, when_zh, when_en,
       jsonb_build_array(jsonb_build_object(
           'started_at', to_char(started_at, 'YYYY-MM-DD HH24:MI'), 'ended_at', to_char(ended_at, 'YYYY-MM-DD HH24:MI'),
           'kilometres', kilometres, 'origin', origin, 'destination', destination, 'order_no', order_no)) as evidence
  from off_hours
 where not exists (
     select from dispatch_order o
      where o.vehicle_id = off_hours.vehicle_id and o.approved and o.off_hours_approved
        and o.planned_start - off_hours.grace <= off_hours.ended_at and o.planned_end + off_hours.grace >= off_hours.started_at)
