-- From one full tank to the next: what was filled in between, over what was driven in between.
with spread as (
    select institution_id, vehicle_id, opened_at, fuelled_at as closed_at, odometer - opened_odometer as kilometres, added + litres as litres
      from filling
     where closes and opened_at is not null and fuelled_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
),
measured as (
    select s.institution_id, s.vehicle_id, s.opened_at, s.closed_at, s.kilometres, s.litres, i.division, v.plate, v.rated_consumption, v.brand_model, v.energy,
           s.litres * 100 / nullif(s.kilometres, 0) as consumption, o.value * v.rated_consumption as approved_limit
      from spread s
      join vehicle v on v.id = s.vehicle_id and v.energy <> 'BATTERY_ELECTRIC'
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
       to_char(opened_at, 'YYYY-MM-DD') as from, to_char(closed_at, 'YYYY-MM-DD') as to, kilometres, litres,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
           'from', to_char(opened_at, 'YYYY-MM-DD HH24:MI'), 'to', to_char(closed_at, 'YYYY-MM-DD HH24:MI'), 'kilometres', kilometres,
           'litres', litres, 'consumption', actual, 'approved', rated_consumption))) as evidence
  from shown
