with limits as (
    select g.division, g.valid * k.valid * m.valid as valid, g.value as grace, k.value as least_kilometres, m.value as least_minutes
      from order_grace_minutes g
      join trip_least_kilometres k on k.division = g.division and k.valid && g.valid
      join trip_least_minutes m on m.division = g.division and m.valid && g.valid * k.valid
),
moved as (
    select t.*, (t.started_at at time zone 'Asia/Shanghai')::date as day, l.grace, make_interval(mins => l.grace::int) as span
      from trip t
      join institution i on i.id = t.institution_id
      join limits l on l.division = i.division and l.valid @> (t.started_at at time zone 'Asia/Shanghai')::date
     where t.kilometres >= l.least_kilometres and t.ended_at - t.started_at >= make_interval(mins => l.least_minutes::int)
       and (t.started_at at time zone 'Asia/Shanghai')::date <= :as_of
       -- an institution that keeps no orders here: nothing is known of them
       and t.institution_id in (select institution_id from dispatch_order)
),
-- one walk along the time of each vehicle: comparing every trip with every order of its vehicle would take minutes
walk as (
    select vehicle_id, planned_start as at, planned_end, null::uuid as trip_id from dispatch_order where approved
    union all
    select vehicle_id, started_at + span, null, id from moved
),
met as (
    select trip_id, max(planned_end) over (partition by vehicle_id order by at) as last_end from walk
),
uncovered as (
    select m.*
      from met
      join moved m on m.id = met.trip_id
     where coalesce(met.last_end < m.started_at - m.span, true)
)
select m.vehicle_id as subject_id, m.institution_id, to_char(m.started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, v.plate as title, m.kilometres as actual,
       to_char(m.started_at, 'YYYY-MM-DD HH24:MI') as started_at, m.grace,
       jsonb_build_array(jsonb_build_object(
           'started_at', to_char(m.started_at, 'YYYY-MM-DD HH24:MI'), 'ended_at', to_char(m.ended_at, 'YYYY-MM-DD HH24:MI'),
           'kilometres', m.kilometres, 'origin', m.origin, 'destination', m.destination, 'order_no', m.order_no)) as evidence
  from uncovered m
  join vehicle v on v.id = m.vehicle_id
 -- the way back of a late return names its order: coming back late is another matter
 where not exists (
     select from dispatch_order o
      where o.approved and o.vehicle_id = m.vehicle_id and o.order_no = m.order_no
        and m.day between (o.planned_start at time zone 'Asia/Shanghai')::date - 1 and (o.planned_end at time zone 'Asia/Shanghai')::date + 1)
