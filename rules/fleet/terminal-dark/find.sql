with silence as (
    select v.id as vehicle_id, v.institution_id, v.plate, s.started_at, s.ended_at, s.settled, s.jump, s.latitude, s.longitude, h.value as least,
           least(case when s.settled then s.ended_at end, coalesce(s.until_day, :as_of + 1)::timestamp at time zone 'Asia/Shanghai', (:as_of + 1)::timestamp at time zone 'Asia/Shanghai') as until
      from terminal_silence s
      join vehicle v on v.institution_id = s.institution_id and v.plate = s.plate
      join institution i on i.id = v.institution_id
      join terminal_silence_hours h on h.division = i.division and h.valid @> :as_of
     where :judged(v.institution_id) and s.started_at >= '2017-12-05 00:00+08' and s.started_at < :as_of + 1
),
used as (
    select s.*, u.at, u.fuelled
      from silence s
      join lateral (select f.fuelled_at as at, true as fuelled from fuel_record f where f.vehicle_id = s.vehicle_id and f.fuelled_at > s.started_at and f.fuelled_at < s.until
                    union all
                    select t.started_at, false from trip t
                     where t.vehicle_id = s.vehicle_id and t.source = 'LEDGER' and t.started_at > s.started_at and t.started_at < s.until) u on true
),
dark as (
    -- of one that lasts as much is told as its use shows
    select vehicle_id, institution_id, plate, started_at, settled, jump, latitude, longitude, least, count(*) as events,
           case when settled then min(ended_at) else max(at) end as seen,
           min(at) filter (where fuelled) as fuelled_at, min(at) filter (where not fuelled) as trip_at
      from used
     group by vehicle_id, institution_id, plate, started_at, settled, jump, latitude, longitude, least
)
select vehicle_id as subject_id, institution_id, to_char(started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, plate as title,
       d.hours as actual, least as "limit", d.hours - least as excess, to_char(started_at, 'YYYY-MM-DD HH24:MI') as silent_since, events,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('silent_since', to_char(started_at, 'YYYY-MM-DD HH24:MI'),
           'silent_until', case when settled then to_char(seen, 'YYYY-MM-DD HH24:MI') end, 'fuelled_at', to_char(fuelled_at, 'YYYY-MM-DD HH24:MI'),
           'trip_at', to_char(trip_at, 'YYYY-MM-DD HH24:MI'), 'jump', round(jump, 1), 'position', round(longitude, 6) || ', ' || round(latitude, 6)))) as evidence
  from dark
 cross join lateral (select round(extract(epoch from seen - started_at) / 3600, 1) as hours) d
 where d.hours >= least
