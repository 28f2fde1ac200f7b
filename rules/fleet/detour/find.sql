-- Both must be passed: so many times the shortest way, and so much beyond it.
with way as (
    select v.id as vehicle_id, v.institution_id, v.plate, t.started_at, t.ended_at, t.kilometres, t.start_latitude, t.start_longitude, t.end_latitude, t.end_longitude,
           r.value as ratio, e.value as extra, a.value as apart, f.value as road,
           (2 * 6371.0088 * asin(sqrt(least(1, power(sin(radians(t.end_latitude - t.start_latitude) / 2), 2)
               + cos(radians(t.start_latitude)) * cos(radians(t.end_latitude))
               * power(sin(radians(t.end_longitude - t.start_longitude) / 2), 2)))))::numeric as straight
      from terminal_trip t
      join vehicle v on v.institution_id = t.institution_id and v.plate = t.plate
      join institution i on i.id = v.institution_id
      join detour_ratio r on r.division = i.division and r.valid @> :as_of
      join detour_least_extra e on e.division = i.division and e.valid @> :as_of
      join detour_least_apart a on a.division = i.division and a.valid @> :as_of
      join road_factor f on f.division = i.division and f.valid @> :as_of
     where :judged(v.institution_id) and t.settled and t.start_latitude is not null and t.end_latitude is not null
       and t.started_at >= '2017-12-05 00:00+08' and t.started_at < :as_of + 1
),
allowed as (
    select *, straight * road as shortest, greatest(straight * road * ratio, straight * road + extra) as most from way where straight >= apart
)
select vehicle_id as subject_id, institution_id, to_char(started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, plate as title,
       round(kilometres, 1) as actual, round(most, 1) as "limit", round(kilometres, 1) - round(most, 1) as excess,
       to_char(started_at, 'YYYY-MM-DD HH24:MI') as left_at, round(shortest, 1) as shortest,
       jsonb_build_array(jsonb_build_object('started_at', to_char(started_at, 'YYYY-MM-DD HH24:MI:SS'), 'ended_at', to_char(ended_at, 'YYYY-MM-DD HH24:MI:SS'),
           'kilometres', round(kilometres, 1), 'straight', round(straight, 1), 'shortest', round(shortest, 1),
           'start_position', round(start_longitude, 6) || ', ' || round(start_latitude, 6),
           'end_position', round(end_longitude, 6) || ', ' || round(end_latitude, 6))) as evidence
  from allowed
 where round(kilometres, 1) > round(most, 1)
