select v.id as subject_id, v.institution_id, to_char(u.started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, v.plate as title,
       round(u.litres, 1) as actual, l.value as "limit", round(u.litres, 1) - l.value as excess, to_char(u.started_at, 'YYYY-MM-DD HH24:MI') as started_at,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('started_at', to_char(u.started_at, 'YYYY-MM-DD HH24:MI'), 'ended_at', to_char(u.ended_at, 'YYYY-MM-DD HH24:MI'),
           'litres', round(u.litres, 1), 'error', round(u.error, 1), 'kilometres', round(u.kilometres, 1),
           'position', round(u.longitude, 6) || ', ' || round(u.latitude, 6)))) as evidence
  from terminal_fuel u
  join vehicle v on v.institution_id = u.institution_id and v.plate = u.plate
  join institution i on i.id = v.institution_id
  join fuel_drop_least_litres l on l.division = i.division and l.valid @> :as_of
 where :judged(v.institution_id) and not u.rise and u.litres - u.error >= l.value
   and u.started_at >= '2017-12-05 00:00+08' and u.started_at < :as_of + 1
