-- A day here runs from the end of one night to the end of the next: its last trip leads to where the vehicle stands overnight.
with hours as (
    select i.id as institution_id, make_interval(mins => (n.value * 60)::int) as morning, d.value as metres
      from institution i
      join parking_night_end n on n.division = i.division and n.valid @> :as_of
      join parking_most_distance d on d.division = i.division and d.valid @> :as_of
     where :judged(i.id)
),
-- only months in which a day ended away, or a night did not end with the day, are gone through trip by trip
looked_at as materialized (
    select m.vehicle_id, m.institution_id, min(m.first_started_at) as since, max(m.last_started_at) as until
      from vehicle_month m
      join hours h on h.institution_id = m.institution_id
     where :judged(m.institution_id) and (m.farthest > h.metres or m.earliest < h.morning)
     group by m.vehicle_id, m.institution_id
),
-- where each trip left its vehicle, and until when; those of the two days beyond only end a night, the next of theirs is not looked at
left_at as materialized (
    select t.*, l.institution_id as judged, l.until,
           lead(t.started_at) over (partition by t.vehicle_id, l.institution_id order by t.started_at) as next
      from looked_at l
     cross join lateral (select * from trip t
                          where t.vehicle_id = l.vehicle_id and t.started_at between l.since and l.until + interval '2 days' and t.started_at < :as_of + 2
                         offset 0) t
),
stood as (
    select t.*, v.plate, v.parking_longitude, v.parking_latitude, h.metres as most, (t.started_at - h.morning)::date + 1 + h.morning as morning,
           round((2 * 6371008.8 * asin(sqrt(least(1, power(sin(radians(t.end_latitude - v.parking_latitude) / 2), 2)
               + cos(radians(v.parking_latitude)) * cos(radians(t.end_latitude))
               * power(sin(radians(t.end_longitude - v.parking_longitude) / 2), 2)))))::numeric, 0) as metres
      from left_at t
      join hours h on h.institution_id = t.institution_id
      join vehicle v on v.id = t.vehicle_id and v.parking_longitude <> 0 and v.parking_latitude <> 0
     where t.institution_id = t.judged and t.started_at <= t.until and t.end_longitude <> 0 and t.end_latitude <> 0
       and t.started_at >= '2017-12-05 00:00+08' and t.started_at < :as_of + h.morning
       and (t.next is null or (t.next - h.morning)::date > (t.started_at - h.morning)::date)
)
select s.vehicle_id as subject_id, s.institution_id, to_char(s.started_at, 'YYYY-MM-DD HH24:MI:SS') as episode, s.plate as title,
       s.metres as actual, s.most as "limit", s.metres - s.most as excess,
       to_char(s.ended_at, 'YYYY-MM-DD HH24:MI') as ended_at, coalesce(nullif(trim(s.destination), ''), '某处') as destination,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
           'ended_at', to_char(s.ended_at, 'YYYY-MM-DD HH24:MI'), 'destination', s.destination, 'metres', s.metres,
           'end_position', s.end_longitude || ', ' || s.end_latitude, 'parking_position', s.parking_longitude || ', ' || s.parking_latitude,
           'order_no', s.order_no))) as evidence
  from stood s
 where s.metres > s.most
   and (select o.id from dispatch_order o
         where o.vehicle_id = s.vehicle_id and o.approved and o.planned_start <= s.morning and o.planned_end >= s.morning
         limit 1) is null
