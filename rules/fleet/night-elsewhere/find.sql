-- Where vehicles are kept is drawn on the map, or is where the vehicle usually stands.
with away as materialized (
    select v.id as vehicle_id, v.institution_id, v.plate, n.night, n.ended_at, n.latitude, n.longitude, n.yard,
           case when n.yard is null then n.usual_latitude end as usual_latitude,
           case when n.yard is null then n.usual_longitude end as usual_longitude,
           round(n.minutes_there / 60, 1) as hours, ceil(coalesce(n.from_yard, n.from_usual) * 1000) as metres, d.value as most
      from terminal_night n
      join vehicle v on v.institution_id = n.institution_id and v.plate = n.plate
       and coalesce(v.parking_longitude, 0) = 0 and coalesce(v.parking_latitude, 0) = 0
      join institution i on i.id = v.institution_id
      join parking_most_distance d on d.division = i.division and d.valid @> :as_of
      join parking_night_least_hours h on h.division = i.division and h.valid @> :as_of
     where :judged(v.institution_id) and n.started_at >= '2017-12-05 00:00+08' and n.started_at < :as_of
       and coalesce(n.from_yard, n.from_usual) * 1000 > d.value and n.minutes_there >= h.value * 60
)
select vehicle_id as subject_id, institution_id, to_char(night, 'YYYY-MM-DD') as episode, plate as title,
       metres as actual, most as "limit", metres - most as excess, to_char(night, 'YYYY-MM-DD') as night, hours,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('night', to_char(night, 'YYYY-MM-DD'), 'hours', hours, 'metres', metres,
           'position', round(longitude, 6) || ', ' || round(latitude, 6), 'yard', yard,
           'usual_position', round(usual_longitude, 6) || ', ' || round(usual_latitude, 6)))) as evidence
  from away
 where (select o.id from dispatch_order o
         where o.vehicle_id = away.vehicle_id and o.approved and o.planned_start <= away.ended_at and o.planned_end >= away.ended_at
         limit 1) is null
