with kept as materialized (
    -- before the month of its first order an institution kept none here: nothing is known of approvals
    select i.id as institution_id, (select date_trunc('month', min(o.planned_start)) from dispatch_order o where o.institution_id = i.id) as since
      from institution i
),
moved as (
    select t.*, l.day, l.set_out, l.arrived, v.plate, i.division, d.kind, d.is_workday
      from trip t
     cross join lateral (
         select (t.started_at at time zone 'Asia/Shanghai')::date as day, t.started_at at time zone 'Asia/Shanghai' as set_out,
                t.ended_at at time zone 'Asia/Shanghai' as arrived) l
      join calendar_day d on d.date = l.day
      join vehicle v on v.id = t.vehicle_id and not v.duty_vehicle
      join institution i on i.id = t.institution_id
      join kept k on k.institution_id = t.institution_id and t.started_at >= k.since
     where l.day between date '2017-12-05' and :as_of
),
off_hours as (
    select m.*, make_interval(mins => g.value::int) as grace,
           case when m.kind = 'HOLIDAY' then '节假日' when not m.is_workday then '休息日' else '工作日下班时间' end as when_zh,
           case when m.kind = 'HOLIDAY' then 'holiday' when not m.is_workday then 'weekend' else 'after hours' end as when_en
      from moved m
      join working_hours s on s.division = m.division and s.bound = 'START' and s.valid @> :as_of
      join working_hours e on e.division = m.division and e.bound = 'END' and e.valid @> :as_of
      join order_grace_minutes g on g.division = m.division and g.valid @> :as_of
     where not m.is_workday
        or m.set_out < m.day + make_interval(mins => (s.value * 60)::int)
        -- to the minute, as times are shown; the next day is past every end
        or m.arrived >= m.day + make_interval(mins => (e.value * 60)::int + 1)
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
