-- from one full tank to the next: what was filled in between, over what was driven in between
with filled as (
    select f.vehicle_id, f.institution_id, f.fuelled_at, f.odometer, f.litres, f.filled_up and f.odometer is not null as closes,
           count(*) filter (where f.filled_up and f.odometer is not null) over (partition by f.vehicle_id order by f.fuelled_at, f.id
               rows between unbounded preceding and 1 preceding) as piece
      from fuel_record f
     where f.liquid and (f.fuelled_at at time zone 'Asia/Shanghai')::date <= :as_of
),
piece as (
    select vehicle_id, piece, sum(litres) as litres, max(fuelled_at) filter (where closes) as closed_at, max(odometer) filter (where closes) as odometer,
           (array_agg(institution_id) filter (where closes))[1] as institution_id
      from filled
     group by vehicle_id, piece
),
spread as (
    select p.vehicle_id, p.institution_id, p.litres, p.closed_at,
           lag(p.closed_at) over w as opened_at, p.odometer - lag(p.odometer) over w as kilometres
      from piece p
    window w as (partition by p.vehicle_id order by p.piece)
),
measured as (
    select s.*, v.plate, v.rated_consumption, i.division, (s.closed_at at time zone 'Asia/Shanghai')::date as day,
           v.brand_model, v.energy, s.litres * 100 / s.kilometres as consumption
      from spread s
      join vehicle v on v.id = s.vehicle_id and v.energy <> 'BATTERY_ELECTRIC'
      join institution i on i.id = s.institution_id
      join consumption_least_kilometres k on k.division = i.division and k.valid @> (s.closed_at at time zone 'Asia/Shanghai')::date
     where s.opened_at is not null and s.closed_at is not null and s.kilometres >= k.value
),
model as (
    select brand_model, energy, count(*) as pieces, count(distinct vehicle_id) as vehicles, avg(consumption) as mean, stddev_samp(consumption) as deviation
      from measured
     where brand_model is not null
     group by brand_model, energy
),
judged as (
    select m.*, o.value * m.rated_consumption as approved_limit,
           case when l.pieces >= n.value and l.vehicles > 1 and l.deviation > 0 then l.mean + d.value * l.deviation end as model_limit,
           l.mean, l.deviation
      from measured m
      join consumption_over_approved o on o.division = m.division and o.valid @> m.day
      join consumption_deviations d on d.division = m.division and d.valid @> m.day
      join consumption_least_peers n on n.division = m.division and n.valid @> m.day
      left join model l on l.brand_model = m.brand_model and l.energy = m.energy
)
select vehicle_id as subject_id, institution_id, to_char(closed_at, 'YYYY-MM-DD HH24:MI:SS') as episode, plate as title,
       round(consumption, 2) as actual, round(b.exceeded, 2) as "limit", round(consumption - b.exceeded, 2) as excess,
       to_char(opened_at, 'YYYY-MM-DD') as from, to_char(closed_at, 'YYYY-MM-DD') as to, kilometres, litres, day as judged_on,
       case when consumption > approved_limit then '超过核定油耗允许范围' else '明显高于同型车' end as problem_zh,
       case when consumption > approved_limit then 'beyond what the approved consumption allows' else 'far above the same model' end as problem_en,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
           'from', to_char(opened_at, 'YYYY-MM-DD HH24:MI'), 'to', to_char(closed_at, 'YYYY-MM-DD HH24:MI'), 'kilometres', kilometres,
           'litres', litres, 'consumption', round(consumption, 2), 'approved', rated_consumption,
           'model_mean', round(mean, 2), 'model_deviation', round(deviation, 2)))) as evidence
  from judged
 cross join lateral (select case when consumption > approved_limit then approved_limit
                                 when consumption > model_limit then model_limit end as exceeded) b
 where b.exceeded is not null
