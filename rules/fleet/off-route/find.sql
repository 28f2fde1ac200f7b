-- Farther than the corridor, and than the width that the way was set with: a wide way allows more, a narrow one no less.
with off as (
    select v.id as vehicle_id, v.institution_id, v.plate, o.started_at, o.ended_at, o.minutes, o.kilometres, o.latitude, o.longitude,
           o.farthest / 1000 as farthest, o.width / 1000 as width, greatest(c.value, o.width / 1000) as most
      from terminal_off_route o
      join vehicle v on v.institution_id = o.institution_id and v.plate = o.plate
      join institution i on i.id = v.institution_id
      join route_corridor c on c.division = i.division and c.valid @> :as_of
     where :judged(v.institution_id) and o.settled
       and o.started_at >= '2017-12-05 00:00+08' and o.started_at < :as_of + 1
)
select vehicle_id as subject_id, institution_id, to_char(started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, plate as title,
       round(farthest, 1) as actual, round(most, 1) as "limit", round(farthest, 1) - round(most, 1) as excess,
       to_char(started_at, 'YYYY-MM-DD HH24:MI') as left_at, round(coalesce(minutes, 0)) as minutes,
       jsonb_build_array(jsonb_build_object('started_at', to_char(started_at, 'YYYY-MM-DD HH24:MI:SS'), 'ended_at', to_char(ended_at, 'YYYY-MM-DD HH24:MI:SS'),
           'minutes', round(minutes), 'kilometres', round(kilometres, 1), 'farthest', round(farthest, 1), 'width', round(width, 2),
           'position', round(longitude, 6) || ', ' || round(latitude, 6))) as evidence
  from off
 where round(farthest, 1) > round(most, 1)
