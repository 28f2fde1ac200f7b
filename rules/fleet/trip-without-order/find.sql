with kept as materialized (
    -- before the month of its first order an institution kept none here: nothing is known of them
    select i.id as institution_id, (select date_trunc('month', min(o.planned_start)) from dispatch_order o where o.institution_id = i.id) as since
      from institution i
)
select t.vehicle_id as subject_id, v.institution_id, to_char(t.started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, v.plate as title, t.kilometres as actual,
       to_char(t.started_at, 'YYYY-MM-DD HH24:MI') as started_at, g.value as grace,
       jsonb_build_array(jsonb_build_object(
           'started_at', to_char(t.started_at, 'YYYY-MM-DD HH24:MI'), 'ended_at', to_char(t.ended_at, 'YYYY-MM-DD HH24:MI'),
           'kilometres', t.kilometres, 'origin', t.origin, 'destination', t.destination, 'order_no', t.order_no)) as evidence
  from trip t
  join vehicle v on v.id = t.vehicle_id
  join institution i on i.id = v.institution_id
  join kept on kept.institution_id = v.institution_id and t.started_at >= kept.since
  join order_grace_minutes g on g.division = i.division and g.valid @> :as_of
  join trip_least_kilometres k on k.division = i.division and k.valid @> :as_of
  join trip_least_minutes m on m.division = i.division and m.valid @> :as_of
  -- the way back of a late return names its order: coming back late is another matter
  left join dispatch_order named
    on named.approved and named.vehicle_id = t.vehicle_id and named.order_no = t.order_no
   and (t.started_at at time zone 'Asia/Shanghai')::date
       between (named.planned_start at time zone 'Asia/Shanghai')::date - 1 and (named.planned_end at time zone 'Asia/Shanghai')::date + 1
 where t.kilometres >= k.value and t.ended_at - t.started_at >= make_interval(mins => m.value::int)
   and t.started_at >= '2017-12-05 00:00+08' and t.started_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
   and named.id is null
   -- asked only of trips that name none: comparing every trip with every order of its vehicle would take minutes
   and case when named.id is null then (
           select o.id from dispatch_order o
            where o.approved and o.vehicle_id = t.vehicle_id
              and o.planned_start <= t.started_at + make_interval(mins => g.value::int)
              and o.planned_end >= t.started_at - make_interval(mins => g.value::int)
            limit 1) is null end
