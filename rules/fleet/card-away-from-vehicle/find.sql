-- Where the vehicle was: as the record says, otherwise where its terminal saw it stand at that time.
with seen as (
    select f.id, f.institution_id, f.vehicle_id, f.fuelled_at, f.station, f.litres, f.card_no, f.station_longitude, f.station_latitude,
           case when t.longitude is null then f.vehicle_longitude else t.longitude end as vehicle_longitude,
           case when t.longitude is null then f.vehicle_latitude else t.latitude end as vehicle_latitude
      from fuel_record f
      left join lateral (select round(s.longitude, 6) as longitude, round(s.latitude, 6) as latitude
                           from vehicle v
                           join terminal_stop s on s.institution_id = v.institution_id and s.plate = v.plate
                          where v.id = f.vehicle_id and (f.vehicle_longitude is null or f.vehicle_latitude is null)
                            and s.started_at <= f.fuelled_at and s.ended_at >= f.fuelled_at
                          order by s.started_at desc limit 1) t on true
     where :judged(f.institution_id)
),
measured as (
    select f.*, (f.fuelled_at at time zone 'Asia/Shanghai')::date as day,
           2 * 6371.0088 * asin(sqrt(least(1, power(sin(radians(vehicle_latitude - station_latitude) / 2), 2)
               + cos(radians(station_latitude)) * cos(radians(vehicle_latitude))
               * power(sin(radians(vehicle_longitude - station_longitude) / 2), 2)))) as kilometres
      from seen f
     where station_longitude <> 0 and station_latitude <> 0 and vehicle_longitude <> 0 and vehicle_latitude <> 0
),
placed as (
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
  from placed p
  join vehicle v on v.id = p.vehicle_id
  join institution i on i.id = p.institution_id
  join refuelling_most_distance d on d.division = i.division and d.valid @> :as_of
 where p.distance > d.value
   -- most are side by side, which is seen without a sine: a degree is 111.195 km at most, and a square over the circle leaves nothing out
   and greatest(abs(p.vehicle_latitude - p.station_latitude), abs(p.vehicle_longitude - p.station_longitude)) * 111.195 * 1.4143 > d.value
   and p.day between date '2017-12-05' and :as_of
