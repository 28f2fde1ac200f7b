-- Since the tank was last full: what cannot have been burnt, at the approved consumption and what is tolerated above it, is still in there.
with tolerating as materialized (
    select i.id as institution_id, t.value as tolerance, o.value as tolerated, k.value as least
      from institution i
      join tank_tolerance t on t.division = i.division and t.valid @> :as_of
      join consumption_over_approved o on o.division = i.division and o.valid @> :as_of
      join consumption_least_kilometres k on k.division = i.division and k.valid @> :as_of
),
measured as (
    select s.*, v.plate, v.tank, d.kilometres, round(d.kilometres * v.rated_consumption * l.tolerated / 100, 2) as burnt, l.tolerance
      from filling s
     cross join lateral (select s.odometer - s.opened_odometer as kilometres) d
      join vehicle v on v.id = s.vehicle_id and v.energy <> 'BATTERY_ELECTRIC'
      join tolerating l on l.institution_id = s.institution_id
     where s.opened_at is not null and d.kilometres >= 0
       and s.litres <= v.tank * (1 + l.tolerance)
       and not (s.closes and d.kilometres >= l.least)
       and s.fuelled_at >= '2017-12-05 00:00+08' and s.fuelled_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
),
limited as (
    select *, trim_scale(greatest(least(burnt - added, tank), 0) + tank * tolerance) as room from measured
)
select m.vehicle_id as subject_id, m.institution_id, to_char(m.fuelled_at, 'YYYY-MM-DD HH24:MI:SS') || ' ' || m.id as episode, m.plate as title,
       m.litres as actual, m.room as "limit", m.litres - m.room as excess, trim_scale(m.kilometres) as kilometres,
       to_char(m.opened_at, 'YYYY-MM-DD') as opened_at, to_char(m.fuelled_at, 'YYYY-MM-DD HH24:MI') as fuelled_at,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
           'opened_at', to_char(m.opened_at, 'YYYY-MM-DD HH24:MI'), 'fuelled_at', to_char(m.fuelled_at, 'YYYY-MM-DD HH24:MI'), 'kilometres', trim_scale(m.kilometres),
           'burnt', m.burnt, 'added', trim_scale(m.added), 'litres', m.litres, 'tank', m.tank, 'station', f.station, 'card_no', f.card_no))) as evidence
  from limited m
 -- one by one: few are told
 cross join lateral (select * from fuel_record f where f.id = m.id offset 0) f
 where m.litres > m.room
