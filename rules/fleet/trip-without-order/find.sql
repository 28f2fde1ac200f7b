-- One walk along the time of each vehicle: comparing every trip with every order of its vehicle would take minutes.
with kept as (
    -- before the month of its first order an institution kept none here: nothing is known of them
    select i.id as institution_id, (select date_trunc('month', min(o.planned_start)) from dispatch_order o where o.institution_id = i.id) as since
      from institution i
),
step as (
    select v.institution_id, o.vehicle_id, o.planned_start as at, o.planned_end, null::uuid as trip_id, null::timestamptz as started_at, null::numeric as grace
      from dispatch_order o
      join vehicle v on v.id = o.vehicle_id
     where o.approved
    union all
    select v.institution_id, t.vehicle_id, t.started_at + make_interval(mins => g.value::int), null, t.id, t.started_at, g.value
      from trip t
      join vehicle v on v.id = t.vehicle_id
      join institution i on i.id = v.institution_id
      join kept on kept.institution_id = v.institution_id and t.started_at >= kept.since
      join order_grace_minutes g on g.division = i.division and g.valid @> :as_of
      join trip_least_kilometres k on k.division = i.division and k.valid @> :as_of
      join trip_least_minutes m on m.division = i.division and m.valid @> :as_of
     where t.kilometres >= k.value and t.ended_at - t.started_at >= make_interval(mins => m.value::int)
       and t.started_at >= '2017-12-05 00:00+08' and t.started_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
),
met as (
    -- the holder belongs to the vehicle: naming it changes nothing but lets one institution be asked alone
    select *, max(planned_end) over (partition by institution_id, vehicle_id order by at) as last_end from step
),
uncovered as (
    select * from met
     where trip_id is not null and coalesce(last_end < started_at - make_interval(mins => grace::int), true)
)
select u.vehicle_id as subject_id, u.institution_id, to_char(t.started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, v.plate as title, t.kilometres as actual,
       to_char(t.started_at, 'YYYY-MM-DD HH24:MI') as started_at, u.grace,
       jsonb_build_array(jsonb_build_object(
           'started_at', to_char(t.started_at, 'YYYY-MM-DD HH24:MI'), 'ended_at', to_char(t.ended_at, 'YYYY-MM-DD HH24:MI'),
           'kilometres', t.kilometres, 'origin', t.origin, 'destination', t.destination, 'order_no', t.order_no)) as evidence
  from uncovered u
  join trip t on t.id = u.trip_id
  join vehicle v on v.id = u.vehicle_id
 -- the way back of a late return names its order: coming back late is another matter
 where not exists (
     select from dispatch_order o
      where o.approved and o.vehicle_id = t.vehicle_id and o.order_no = t.order_no
        and (t.started_at at time zone 'Asia/Shanghai')::date
            between (o.planned_start at time zone 'Asia/Shanghai')::date - 1 and (o.planned_end at time zone 'Asia/Shanghai')::date + 1)
