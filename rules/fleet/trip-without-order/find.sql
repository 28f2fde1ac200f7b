with asked as (
    select i.id as institution_id, b.since, make_interval(mins => g.value::int) as grace, g.value as grace_minutes,
           k.value as least_kilometres, make_interval(mins => m.value::int) as least_time
      from institution i
      -- before the month of its first order an institution kept none here: nothing is known of them
     cross join lateral (select date_trunc('month', min(o.planned_start)) as since from dispatch_order o where o.institution_id = i.id) b
      join order_grace_minutes g on g.division = i.division and g.valid @> :as_of
      join trip_least_kilometres k on k.division = i.division and k.valid @> :as_of
      join trip_least_minutes m on m.division = i.division and m.valid @> :as_of
     where :judged(i.id)
    offset 0
),
alone as materialized (
    select t.vehicle_id, t.started_at, t.ended_at, t.kilometres, t.order_no, t.origin, t.destination, v.plate, a.institution_id, a.grace, a.grace_minutes
      from trip_outside_orders t
      join vehicle v on v.id = t.vehicle_id
      join asked a on a.institution_id = v.institution_id and t.started_at >= a.since
     where :judged(v.institution_id) and t.kilometres >= a.least_kilometres and t.ended_at - t.started_at >= a.least_time
       and t.started_at >= '2017-12-05 00:00+08' and t.started_at < :as_of + 1
)
select vehicle_id as subject_id, institution_id, to_char(started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, plate as title, kilometres as actual,
       to_char(started_at, 'YYYY-MM-DD HH24:MI') as started_at, grace_minutes as grace,
       jsonb_build_array(jsonb_build_object(
           'started_at', to_char(started_at, 'YYYY-MM-DD HH24:MI'), 'ended_at', to_char(ended_at, 'YYYY-MM-DD HH24:MI'),
           'kilometres', kilometres, 'origin', origin, 'destination', destination, 'order_no', order_no)) as evidence
  from alone
 where (select o.id from dispatch_order o
         where o.approved and o.vehicle_id = alone.vehicle_id
           and o.planned_start <= alone.started_at + alone.grace and o.planned_end >= alone.started_at - alone.grace
         limit 1) is null
   -- the way back of a late return names its order: coming back late is another matter
   and (select o.id from dispatch_order o
         where o.approved and o.vehicle_id = alone.vehicle_id and o.order_no = alone.order_no
           and alone.started_at::date between o.planned_start::date - 1 and o.planned_end::date + 1
         limit 1) is null
