with moved as (
    select t.id, t.vehicle_id, t.institution_id, t.started_at, t.ended_at, t.kilometres, t.origin, t.destination, t.order_no, v.plate, h.name as holiday,
           make_interval(mins => g.value::int) as grace
      from trip t
      join calendar_day h on h.date = (t.started_at at time zone 'Asia/Shanghai')::date and h.kind = 'HOLIDAY'
      join vehicle v on v.id = t.vehicle_id and not v.duty_vehicle
      join institution i on i.id = t.institution_id
      join order_grace_minutes g on g.division = i.division and g.valid @> :as_of
     where h.date between date '2017-12-05' and :as_of
       -- an institution that keeps no orders here: nothing is known of approvals
       and t.institution_id in (select institution_id from dispatch_order)
)
select vehicle_id as subject_id, institution_id, to_char(started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, plate as title,
       kilometres as actual, to_char(started_at, 'YYYY-MM-DD HH24:MI') as started_at, holiday,
       jsonb_build_array(jsonb_build_object(
           'started_at', to_char(started_at, 'YYYY-MM-DD HH24:MI'), 'ended_at', to_char(ended_at, 'YYYY-MM-DD HH24:MI'),
           'kilometres', kilometres, 'origin', origin, 'destination', destination, 'order_no', order_no, 'holiday', holiday)) as evidence
  from moved
 where not exists (
     select from dispatch_order o
      where o.vehicle_id = moved.vehicle_id and o.approved
        and o.planned_start - moved.grace <= moved.ended_at and o.planned_end + moved.grace >= moved.started_at)
