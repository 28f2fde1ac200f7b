-- Bills come at the end of a month: only what lies between the first and the last record of an institution is asked for.
with kept as (
    select institution_id, min(fuelled_at) as since, max(fuelled_at) as until
      from fuel_record
     where :judged(institution_id) and fuelled_at < :as_of + 1
     group by institution_id
),
risen as (
    select v.id as vehicle_id, v.institution_id, v.plate, u.started_at, u.ended_at, u.litres, u.error, u.litres_before, u.litres_after, u.latitude, u.longitude,
           make_interval(mins => m.value::int) as apart, l.value as least
      from kept k
      join terminal_fuel u on u.institution_id = k.institution_id and u.rise and u.started_at > k.since and u.ended_at < k.until
      join vehicle v on v.institution_id = u.institution_id and v.plate = u.plate
      join institution i on i.id = v.institution_id
      join refuelling_match_minutes m on m.division = i.division and m.valid @> :as_of
      join refuelling_least_litres l on l.division = i.division and l.valid @> :as_of
     where u.started_at >= '2017-12-05 00:00+08' and u.litres - u.error >= l.value
)
select vehicle_id as subject_id, institution_id, to_char(started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, plate as title,
       round(litres, 1) as actual, to_char(started_at, 'YYYY-MM-DD HH24:MI') as started_at,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('started_at', to_char(started_at, 'YYYY-MM-DD HH24:MI'), 'litres', round(litres, 1),
           'error', round(error, 1), 'litres_before', round(litres_before, 1), 'litres_after', round(litres_after, 1),
           'position', round(longitude, 6) || ', ' || round(latitude, 6)))) as evidence
  from risen
 where not exists (select from fuel_record f
                    where f.vehicle_id = risen.vehicle_id and f.fuelled_at between risen.started_at - risen.apart and risen.ended_at + risen.apart)
