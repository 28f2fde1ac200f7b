-- Where the vehicle was: as the record says, otherwise where its terminal saw it stand at that time.
with placed as (
    select id, institution_id, vehicle_id, fuelled_at, station, litres, card_no, station_longitude, station_latitude, vehicle_longitude, vehicle_latitude
      from fuel_record f
     where :judged(f.institution_id) and vehicle_longitude <> 0 and vehicle_latitude <> 0
    union all
    select f.id, f.institution_id, f.vehicle_id, f.fuelled_at, f.station, f.litres, f.card_no, f.station_longitude, f.station_latitude, t.longitude, t.latitude
      from fuel_record f
     cross join lateral (select round(s.longitude, 6) as longitude, round(s.latitude, 6) as latitude
                           from vehicle v
                           join terminal_stop s on s.institution_id = v.institution_id and s.plate = v.plate
                          where v.id = f.vehicle_id
                            and s.started_at <= f.fuelled_at and s.ended_at >= f.fuelled_at
                          order by s.started_at desc limit 1) t
     where :judged(f.institution_id) and (f.vehicle_longitude is null or f.vehicle_latitude is null)
       and t.longitude <> 0 and t.latitude <> 0
),
apart as (
    select *
      from placed
     where station_longitude <> 0 and station_latitude <> 0
       and fuelled_at >= '2017-12-05 00:00+08' and fuelled_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
       -- most are side by side, which is seen without a sine: a degree is 111.195 km at most, and a square over the circle leaves nothing out
       and greatest(abs(vehicle_latitude - station_latitude), abs(vehicle_longitude - station_longitude))
           > (select min(value) from refuelling_most_distance where valid @> :as_of) / (111.195 * 1.4143)
),
measured as (
    select f.*,
           2 * 6371.0088 * asin(sqrt(least(1, power(sin(radians(vehicle_latitude - station_latitude) / 2), 2)
               + cos(radians(station_latitude)) * cos(radians(vehicle_latitude))
               * power(sin(radians(vehicle_longitude - station_longitude) / 2), 2)))) as kilometres
      from apart f
),
rounded as (
    -- to the metre where it is near the limit
    select *, round(kilometres::numeric, case when kilometres < 10 then 3 else 1 end) as distance from measured
)
select p.vehicle_id as subject_id, p.institution_id, to_char(p.fuelled_at, 'YYYY-MM-DD HH24:MI:SS') || ' ' || p.id as episode, v.plate as title,
       p.distance as actual, d.value as "limit", p.distance - d.value as excess,
       to_char(p.fuelled_at, 'YYYY-MM-DD HH24:MI') as fuelled_at, p.station, p.litres,
       jsonb_build_array(jsonb_build_object(
           'fuelled_at', to_char(p.fuelled_at, 'YYYY-MM-DD HH24:MI'), 'station', p.station,
           'station_position', p.station_longitude || ', ' || p.station_latitude,
           'vehicle_position', p.vehicle_longitude || ', ' || p.vehicle_latitude,
           'kilometres', p.distance, 'litres', p.litres, 'card_no', p.card_no)) as evidence
  from rounded p
  join vehicle v on v.id = p.vehicle_id
  join institution i on i.id = p.institution_id
  join refuelling_most_distance d on d.division = i.division and d.valid @> :as_of
 where p.distance > d.value
