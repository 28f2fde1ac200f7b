-- From one full tank to the next: what was filled in between, over what was driven in between.
with spread as (
    select institution_id, vehicle_id, opened_at, fuelled_at as closed_at, odometer - opened_odometer as kilometres, added + litres as litres
      from filling
     where closes and opened_at is not null and fuelled_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
),
measured as (
    select s.institution_id, s.vehicle_id, s.opened_at, s.closed_at, s.kilometres, s.litres, i.division, v.plate, v.rated_consumption, v.brand_model, v.energy,
           s.litres * 100 / nullif(s.kilometres, 0) as consumption
      from spread s
      join vehicle v on v.id = s.vehicle_id and v.energy <> 'BATTERY_ELECTRIC'
      join (select i.id, i.division, k.value as least
              from institution i
              join consumption_least_kilometres k on k.division = i.division and k.valid @> :as_of) i on i.id = s.institution_id
     where s.kilometres >= i.least
),
model as (
    -- a millionth of a litre is enough to square
    select brand_model, energy, count(*) as pieces, avg(round(consumption, 6)) as mean, stddev_samp(round(consumption, 6)) as deviation
      from measured
     where brand_model is not null
     group by brand_model, energy
),
shared as (
    select brand_model, energy from (select distinct brand_model, energy, vehicle_id from measured) driven group by brand_model, energy having count(*) > 1
),
-- worked out once a model and division
bound as materialized (
    select l.brand_model, l.energy, d.division, l.mean, l.deviation, l.mean + d.value * l.deviation as model_limit
      from model l
      join shared h on h.brand_model = l.brand_model and h.energy = l.energy
      join consumption_least_peers n on n.valid @> :as_of and l.pieces >= n.value
      join consumption_deviations d on d.division = n.division and d.valid @> :as_of
     where l.deviation > 0
),
judged as (
    select m.*, b.mean, b.deviation, b.model_limit, o.value * m.rated_consumption as approved_limit
      from measured m
      join bound b on b.brand_model = m.brand_model and b.energy = m.energy and b.division = m.division
      join consumption_over_approved o on o.division = m.division and o.valid @> :as_of
     where m.consumption > b.model_limit - 0.01 and round(m.consumption, 2) > round(b.model_limit, 2)
)
select vehicle_id as subject_id, institution_id, to_char(closed_at, 'YYYY-MM-DD HH24:MI:SS') as episode, plate as title,
       round(consumption, 2) as actual, round(model_limit, 2) as "limit", round(consumption, 2) - round(model_limit, 2) as excess,
       to_char(opened_at, 'YYYY-MM-DD') as from, to_char(closed_at, 'YYYY-MM-DD') as to, kilometres, litres, round(mean, 2) as model_mean,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
           'from', to_char(opened_at, 'YYYY-MM-DD HH24:MI'), 'to', to_char(closed_at, 'YYYY-MM-DD HH24:MI'), 'kilometres', kilometres,
           'litres', litres, 'consumption', round(consumption, 2), 'approved', rated_consumption,
           'model_mean', round(mean, 2), 'model_deviation', round(deviation, 2)))) as evidence
  from judged
 -- what is above the approved consumption is found by the rule of that
 where not coalesce(consumption > approved_limit, false)
