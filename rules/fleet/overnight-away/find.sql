-- A day here runs from the end of one night to the end of the next: its last trip leads to where the vehicle stands overnight.
with hours as (
    select i.id as institution_id, make_interval(mins => (n.value * 60)::int) as morning, d.value as metres
      from institution i
      join parking_night_end n on n.division = i.division and n.valid @> :as_of
      join parking_most_distance d on d.division = i.division and d.valid @> :as_of
     where :judged(i.id)
),
-- Most days end at home. What is roughly away, by degrees of 111,195 m, is measured below; a square over the circle leaves nothing out.
last as (
    select t.institution_id, t.vehicle_id, (t.started_at - h.morning)::date as day, max(t.started_at) as started_at
      from trip t
      join hours h on h.institution_id = t.institution_id
      join vehicle v on v.id = t.vehicle_id and v.parking_longitude <> 0 and v.parking_latitude <> 0
     where :judged(t.institution_id) and t.started_at >= '2017-12-05 00:00+08' and t.started_at < :as_of + h.morning
     group by 1, 2, 3
    having max(t.started_at) = max(t.started_at) filter (
               where greatest(abs(t.end_latitude - v.parking_latitude), abs(t.end_longitude - v.parking_longitude)) * 111195 * 1.4143 > h.metres)
),
-- before the month of its first order an institution kept none here: nothing is known of approvals
kept as (select institution_id, date_trunc('month', min(planned_start)) as since from dispatch_order where :judged(institution_id) group by institution_id),
stood as materialized (
    select t.*, v.plate, v.parking_longitude, v.parking_latitude, h.metres as most, (l.day + 1) + h.morning as morning,
           round((2 * 6371008.8 * asin(sqrt(least(1, power(sin(radians(t.end_latitude - v.parking_latitude) / 2), 2)
               + cos(radians(v.parking_latitude)) * cos(radians(t.end_latitude))
               * power(sin(radians(t.end_longitude - v.parking_longitude) / 2), 2)))))::numeric, 0) as metres
      from last l
      join trip t on t.vehicle_id = l.vehicle_id and t.started_at = l.started_at and t.institution_id = l.institution_id
      join vehicle v on v.id = t.vehicle_id
      join hours h on h.institution_id = t.institution_id
      join kept k on k.institution_id = t.institution_id and t.started_at >= k.since
     where t.end_longitude <> 0 and t.end_latitude <> 0 and v.parking_longitude <> 0 and v.parking_latitude <> 0
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
