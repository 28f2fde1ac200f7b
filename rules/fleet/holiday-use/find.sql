with kept as materialized (
    -- before the month of its first order an institution kept none here: nothing is known of approvals
    select i.id as institution_id, (select date_trunc('month', min(o.planned_start)) from dispatch_order o where o.institution_id = i.id) as since
      from institution i
),
moved as (
    select t.id, t.vehicle_id, t.institution_id, t.started_at, t.ended_at, t.kilometres, t.origin, t.destination, t.order_no, v.plate,
           coalesce(s.name, e.name, (select h.name from calendar_day h where h.kind = 'HOLIDAY' and h.date between l.first_day and l.last_day order by h.date limit 1)) as holiday, make_interval(mins => g.value::int) as grace
      from trip t
     cross join lateral (select (t.started_at at time zone 'Asia/Shanghai')::date as first_day, (t.ended_at at time zone 'Asia/Shanghai')::date as last_day) l
      left join calendar_day s on s.date = l.first_day and s.kind = 'HOLIDAY'
      left join calendar_day e on e.date = l.last_day and e.kind = 'HOLIDAY'
      join vehicle v on v.id = t.vehicle_id and not v.duty_vehicle
      join institution i on i.id = t.institution_id
      join order_grace_minutes g on g.division = i.division and g.valid @> :as_of
      join kept k on k.institution_id = t.institution_id and t.started_at >= k.since
     where l.first_day between date '2017-12-05' and :as_of
       and (s.date is not null or e.date is not null
            or l.last_day > l.first_day + 1
               and exists (select from calendar_day h where h.kind = 'HOLIDAY' and h.date between l.first_day and l.last_day))
)
select vehicle_id as subject_id, institution_id, to_char(started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, plate as title,
       kilometres as actual, to_char(started_at, 'YYYY-MM-DD HH24:MI') as started_at, to_char(ended_at, 'YYYY-MM-DD HH24:MI') as ended_at, holiday,
       jsonb_build_array(jsonb_build_object(
           'started_at', to_char(started_at, 'YYYY-MM-DD HH24:MI'), 'ended_at', to_char(ended_at, 'YYYY-MM-DD HH24:MI'),
           'kilometres', kilometres, 'origin', origin, 'destination', destination, 'order_no', order_no, 'holiday', holiday)) as evidence
  from moved
 where not exists (
     select from dispatch_order o
      where o.vehicle_id = moved.vehicle_id and o.approved
        and o.planned_start - moved.grace <= moved.ended_at and o.planned_end + moved.grace >= moved.started_at)
