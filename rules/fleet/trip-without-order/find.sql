with asked as (
    select i.id as institution_id, b.since, make_interval(mins => g.value::int) as grace, g.value as grace_minutes,
           k.value as least_kilometres, make_interval(mins => m.value::int) as least_time
      from institution i
     cross join lateral (select date_trunc('month', min(o.planned_start)) as since from dispatch_order o where o.institution_id = i.id) b
      join order_grace_minutes g on g.division = i.division and g.valid @> :as_of
      join trip_least_kilometres k on k.division = i.division and k.valid @> :as_of
      join trip_least_minutes m on m.division = i.division and m.valid @> :as_of
     where :judged(i.id)
    offset 0
),
alone as materialized (
    select t.vehicle_id, t.started_at, t.ended_at, t.kilometres, t.order_no, t.origin, t.destination, v.plate, a.institution_id, a.grace, a.grace_minutes,
           t.started_at >= a.since is true as orders_kept
      from trip_outside_orders t
      join vehicle v on v.id = t.vehicle_id
      join asked a on a.institution_id = v.institution_id
     where :judged(v.institution_id) and t.kilometres >= a.least_kilometres and t.ended_at - t.started_at >= a.least_time
       and t.started_at >= '2017-12-05 00:00+08' and t.started_at < :as_of + 1
),
without as materialized (
    select *
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
)
select vehicle_id as subject_id, institution_id, to_char(started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, plate as title, kilometres as actual,
       to_char(started_at, 'YYYY-MM-DD HH24:MI') || ' 出发行驶 ' || trim_scale(kilometres) || ' km，前后 ' || grace_minutes || ' 分钟内没有已批准的派车单' as problem_zh,
       'set out on ' || to_char(started_at, 'YYYY-MM-DD HH24:MI') || ' for ' || trim_scale(kilometres) || ' km; no approved order covers it within '
           || grace_minutes || ' minutes' as problem_en,
       jsonb_build_array(jsonb_build_object(
           'started_at', to_char(started_at, 'YYYY-MM-DD HH24:MI'), 'ended_at', to_char(ended_at, 'YYYY-MM-DD HH24:MI'),
           'kilometres', kilometres, 'origin', origin, 'destination', destination, 'order_no', order_no)) as evidence
  from without
 where orders_kept
union all
-- where an institution keeps no orders at all, or kept none yet, every trip is without: told once a month of each vehicle
select vehicle_id, institution_id, month, plate, sum(kilometres),
       month || ' 行驶 ' || count(*) || ' 次共 ' || trim_scale(sum(kilometres)) || ' km，本单位截至当月没有登记派车单',
       'made ' || count(*) || ' trips of ' || trim_scale(sum(kilometres)) || ' km in ' || month || '; its institution had kept no orders by then',
       jsonb_build_array(jsonb_build_object('started_at', to_char(min(started_at), 'YYYY-MM-DD HH24:MI'), 'ended_at', to_char(max(ended_at), 'YYYY-MM-DD HH24:MI'),
           'trips', count(*), 'kilometres', sum(kilometres)))
  from without
 cross join lateral (select to_char(started_at, 'YYYY-MM') as month) m
 where not orders_kept
 group by vehicle_id, institution_id, month, plate
