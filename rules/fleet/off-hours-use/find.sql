with asked as (
    select i.id as institution_id, k.since, make_interval(mins => g.value::int) as grace, make_interval(mins => (s.value * 60)::int) as opens,
           -- to the minute, as times are shown
           make_interval(mins => (e.value * 60)::int + 1) as closes
      from institution i
      -- before the month of its first order an institution kept none here: nothing is known of approvals
      join (select institution_id, date_trunc('month', min(planned_start)) as since from dispatch_order where :judged(institution_id) group by institution_id) k
        on k.institution_id = i.id
      join working_hours s on s.division = i.division and s.bound = 'START' and s.valid @> :as_of
      join working_hours e on e.division = i.division and e.bound = 'END' and e.valid @> :as_of
      join order_grace_minutes g on g.division = i.division and g.valid @> :as_of
    offset 0
),
-- worked out whole before it is asked of each, by index, whether it was approved: a trip outside hours is one of many
off_hours as materialized (
    select t.*, v.plate, a.grace,
           case when d.kind = 'HOLIDAY' then '节假日' when not d.is_workday then '休息日' else '工作日下班时间' end as when_zh,
           case when d.kind = 'HOLIDAY' then 'holiday' when not d.is_workday then 'weekend' else 'after hours' end as when_en
      from trip t
      join asked a on a.institution_id = t.institution_id and t.started_at >= a.since
      join vehicle v on v.id = t.vehicle_id and not v.duty_vehicle
      join calendar_day d on d.date = t.started_at::date
     where :judged(t.institution_id)
       and t.started_at >= '2017-12-05 00:00+08' and t.started_at < :as_of + 1
       -- the next day is past every end
       and (not d.is_workday or t.started_at::timestamp < d.date + a.opens or t.ended_at::timestamp >= d.date + a.closes)
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
