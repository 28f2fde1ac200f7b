-- Since the tank was last full: what cannot have been burnt, at the approved consumption and what is tolerated above it, is still in there.
with filled as (
    select f.*, f.filled_up and f.odometer is not null as closes,
           max(f.odometer) filter (where f.filled_up) over earlier as opened_odometer,
           max(f.fuelled_at) filter (where f.filled_up and f.odometer is not null) over earlier as opened_at,
           count(*) filter (where f.filled_up and f.odometer is not null) over earlier as spell
      from fuel_record f
     where f.liquid and f.fuelled_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
    window earlier as (partition by f.institution_id, f.vehicle_id order by f.fuelled_at, f.id rows between unbounded preceding and 1 preceding)
),
since as (
    select f.*, f.odometer - f.opened_odometer as kilometres,
           coalesce(sum(f.litres) over (partition by f.institution_id, f.vehicle_id, f.spell order by f.fuelled_at, f.id rows between unbounded preceding and 1 preceding), 0) as added
      from filled f
),
tolerating as materialized (
    select i.id as institution_id, t.value as tolerance, o.value as tolerated, k.value as least
      from institution i
      join tank_tolerance t on t.division = i.division and t.valid @> :as_of
      join consumption_over_approved o on o.division = i.division and o.valid @> :as_of
      join consumption_least_kilometres k on k.division = i.division and k.valid @> :as_of
),
measured as (
    select s.*, v.plate, v.tank, round(s.kilometres * v.rated_consumption * l.tolerated / 100, 2) as burnt, l.tolerance
      from since s
      join vehicle v on v.id = s.vehicle_id and v.energy <> 'BATTERY_ELECTRIC'
      join tolerating l on l.institution_id = s.institution_id
     where s.opened_at is not null and s.kilometres >= 0
       and s.litres <= v.tank * (1 + l.tolerance)
       and not (s.closes and s.kilometres >= l.least)
       and s.fuelled_at >= '2017-12-05 00:00+08'
),
limited as (
    select *, trim_scale(greatest(least(burnt - added, tank), 0) + tank * tolerance) as room from measured
)
select vehicle_id as subject_id, institution_id, to_char(fuelled_at, 'YYYY-MM-DD HH24:MI:SS') || ' ' || id as episode, plate as title,
       litres as actual, room as "limit", litres - room as excess, trim_scale(kilometres) as kilometres,
       to_char(opened_at, 'YYYY-MM-DD') as opened_at, to_char(fuelled_at, 'YYYY-MM-DD HH24:MI') as fuelled_at,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
           'opened_at', to_char(opened_at, 'YYYY-MM-DD HH24:MI'), 'fuelled_at', to_char(fuelled_at, 'YYYY-MM-DD HH24:MI'), 'kilometres', trim_scale(kilometres),
           'burnt', burnt, 'added', added, 'litres', litres, 'tank', tank, 'station', station, 'card_no', card_no))) as evidence
  from limited
 where litres > room
