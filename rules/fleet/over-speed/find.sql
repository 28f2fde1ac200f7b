-- One of each vehicle and day: the same way at the same speed is one matter.
with over as (
    select v.id as vehicle_id, v.institution_id, v.plate, o.started_at, o.ended_at, o.most_speed, o.seconds, o.kilometres, o.latitude, o.longitude,
           c.value as cap, to_char(o.started_at, 'YYYY-MM-DD') as day
      from terminal_over_speed o
      join vehicle v on v.institution_id = o.institution_id and v.plate = o.plate
      join institution i on i.id = v.institution_id
      join speed_cap c on c.division = i.division and c.body = v.body and c.valid @> :as_of and c.value = o.beyond
     where :judged(v.institution_id) and o.started_at >= '2004-05-01 00:00+08' and o.started_at < :as_of + 1
),
days as (
    select vehicle_id, institution_id, plate, day, cap, max(most_speed) as fastest, count(*) as times,
           jsonb_agg(jsonb_build_object('started_at', to_char(started_at, 'YYYY-MM-DD HH24:MI:SS'), 'ended_at', to_char(ended_at, 'YYYY-MM-DD HH24:MI:SS'),
               'seconds', round(seconds), 'most_speed', round(most_speed, 1), 'kilometres', round(kilometres, 2),
               'position', round(longitude, 6) || ', ' || round(latitude, 6)) order by started_at) as evidence
      from over
     group by vehicle_id, institution_id, plate, day, cap
),
shown as (
    -- never rounded down to the limit it is above
    select *, round(fastest, case when round(fastest, 1) > cap then 1 else 4 end) as actual from days
)
select vehicle_id as subject_id, institution_id, day as episode, plate as title, actual, cap as "limit", actual - cap as excess, day, times, evidence
  from shown
