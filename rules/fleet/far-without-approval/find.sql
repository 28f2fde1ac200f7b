with asked as (
    select i.id as institution_id, k.value as most
      from institution i
      join out_of_town_kilometres k on k.division = i.division and k.valid @> :as_of
     where :judged(i.id)
),
far as (
    select t.*, v.plate, a.most, d.km
      from asked a
      join vehicle v on v.institution_id = a.institution_id and v.parking_longitude <> 0 and v.parking_latitude <> 0
      -- a kilometre less, that rounding loses nothing
      join vehicle_month m on m.vehicle_id = v.id and m.institution_id = v.institution_id and m.reach > (a.most - 1) * 1000
     -- one by one: few months reach as far, and trips are many
     cross join lateral (
         select * from trip t
          where t.vehicle_id = m.vehicle_id and t.institution_id = m.institution_id and t.end_longitude <> 0 and t.end_latitude <> 0
            and t.started_at >= m.month and t.started_at < m.month + interval '1 month'
            -- no degree is longer than 112 km: most trips are near without any trigonometry
            and (abs(t.end_latitude - v.parking_latitude) + abs(t.end_longitude - v.parking_longitude)) * 112 > a.most offset 0) t
     cross join lateral (
         select round((2 * 6371.0088 * asin(sqrt(least(1, power(sin(radians(t.end_latitude - v.parking_latitude) / 2), 2)
             + cos(radians(v.parking_latitude)) * cos(radians(t.end_latitude))
             * power(sin(radians(t.end_longitude - v.parking_longitude) / 2), 2)))))::numeric, 1) as km) d
     where t.started_at < :as_of + 1 and t.started_at >= '2017-12-05 00:00+08' and d.km > a.most
)
select f.vehicle_id as subject_id, f.institution_id, to_char(f.started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, f.plate as title,
       f.km as actual, f.most as "limit", f.km - f.most as excess, to_char(f.ended_at, 'YYYY-MM-DD HH24:MI') as ended_at,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('ended_at', to_char(f.ended_at, 'YYYY-MM-DD HH24:MI'), 'destination', f.destination,
                                                              'order_no', f.order_no))) as evidence
  from far f
 where (select o.id from dispatch_order o
         where o.vehicle_id = f.vehicle_id and o.approved and o.out_of_town
           and o.planned_start <= f.ended_at and o.planned_end >= f.started_at
         limit 1) is null
