-- From one full charge to the next: what was charged in between, over what was driven in between.
with charged as (
    select f.institution_id, f.vehicle_id, f.fuelled_at, f.odometer, f.filled_up and f.odometer is not null as closes,
           sum(f.litres) over (partition by f.institution_id, f.vehicle_id order by f.fuelled_at, f.id rows unbounded preceding) as energy
      from fuel_record f
      join vehicle v on v.id = f.vehicle_id and v.energy = 'BATTERY_ELECTRIC'
     where :judged(f.institution_id) and f.grade = 'ELECTRICITY'
       and f.fuelled_at >= '2008-10-01 00:00+08' and f.fuelled_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
),
spread as (
    select institution_id, vehicle_id, fuelled_at as closed_at, lag(fuelled_at) over w as opened_at,
           odometer - lag(odometer) over w as kilometres, energy - lag(energy) over w as energy
      from charged
     where closes
    window w as (partition by institution_id, vehicle_id order by fuelled_at)
),
measured as (
    select s.*, v.plate, v.rated_consumption, s.energy * 100 / nullif(s.kilometres, 0) as consumption, o.value * v.rated_consumption as approved_limit
      from spread s
      join vehicle v on v.id = s.vehicle_id
      join institution i on i.id = s.institution_id
      join consumption_least_kilometres k on k.division = i.division and k.valid @> :as_of
      join consumption_over_approved o on o.division = i.division and o.valid @> :as_of
     where s.kilometres >= k.value
),
shown as (
    -- never rounded down to the limit it is above
    select *, round(consumption, case when round(consumption, 2) > approved_limit then 2 when round(consumption, 4) > approved_limit then 4 else 8 end) as actual
      from measured
     where consumption > approved_limit
)
select vehicle_id as subject_id, institution_id, to_char(closed_at, 'YYYY-MM-DD HH24:MI:SS') as episode, plate as title,
       actual, trim_scale(approved_limit) as "limit", actual - trim_scale(approved_limit) as excess,
       to_char(opened_at, 'YYYY-MM-DD') as from, to_char(closed_at, 'YYYY-MM-DD') as to, kilometres, energy,
       jsonb_build_array(jsonb_build_object(
           'from', to_char(opened_at, 'YYYY-MM-DD HH24:MI'), 'to', to_char(closed_at, 'YYYY-MM-DD HH24:MI'), 'kilometres', kilometres,
           'energy', energy, 'consumption', actual, 'approved', rated_consumption)) as evidence
  from shown
