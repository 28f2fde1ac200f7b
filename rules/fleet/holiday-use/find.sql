with holiday as (select date, name from calendar_day where kind = 'HOLIDAY'),
-- what no approved order touches set out outside all of them
moved as materialized (
    select t.*, v.plate, make_interval(mins => g.value::int) as grace,
           coalesce(s.name, e.name, (select h.name from holiday h where h.date between t.started_at::date and t.ended_at::date order by h.date limit 1)) as holiday
      from trip_outside_orders t
      left join holiday s on s.date = t.started_at::date
      left join holiday e on e.date = t.ended_at::date
      join vehicle v on v.id = t.vehicle_id and not v.duty_vehicle
      join institution i on i.id = t.institution_id
      join order_grace_minutes g on g.division = i.division and g.valid @> :as_of
     where :judged(t.institution_id)
       and t.started_at >= '2017-12-05 00:00+08' and t.started_at < :as_of + 1
       and (s.date is not null or e.date is not null
            or t.ended_at::date > t.started_at::date + 1 and exists (select from holiday h where h.date between t.started_at::date and t.ended_at::date))
)
select vehicle_id as subject_id, institution_id, to_char(started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, plate as title,
       kilometres as actual, to_char(started_at, 'YYYY-MM-DD HH24:MI') as started_at, to_char(ended_at, 'YYYY-MM-DD HH24:MI') as ended_at, holiday,
       jsonb_build_array(jsonb_build_object(
           'started_at', to_char(started_at, 'YYYY-MM-DD HH24:MI'), 'ended_at', to_char(ended_at, 'YYYY-MM-DD HH24:MI'),
           'kilometres', kilometres, 'origin', origin, 'destination', destination, 'order_no', order_no, 'holiday', holiday)) as evidence
  from moved
 where (select o.id from dispatch_order o
         where o.vehicle_id = moved.vehicle_id and o.approved
           and o.planned_start <= moved.ended_at + moved.grace and o.planned_end >= moved.started_at - moved.grace
         limit 1) is null
