with watched as materialized (
    select v.id, v.institution_id, v.plate
      from vehicle v
     where (v.institution_id, v.plate) in (select institution_id, plate from terminal_fuel)
),
filled as (
    select f.id, f.vehicle_id, f.institution_id, f.fuelled_at, f.litres, f.station, f.card_no, v.plate, v.institution_id as home,
           make_interval(mins => m.value::int) as apart, t.value as tolerance
      from fuel_record f
      join watched v on v.id = f.vehicle_id
      join institution i on i.id = f.institution_id
      join refuelling_match_minutes m on m.division = i.division and m.valid @> :as_of
      join refuelling_litres_tolerance t on t.division = i.division and t.valid @> :as_of
     where :judged(f.institution_id) and f.liquid and f.fuelled_at >= '2017-12-05 00:00+08' and f.fuelled_at < :as_of + 1
),
seen as (
    select f.*, r.litres as rise, r.error, round(coalesce(r.litres + r.error, 0), 2) as most
      from filled f
      left join lateral (select u.litres, u.error from terminal_fuel u
                          where u.institution_id = f.home and u.plate = f.plate and u.rise
                            and u.started_at <= f.fuelled_at + f.apart and u.ended_at >= f.fuelled_at - f.apart
                          order by u.litres desc limit 1) r on true
     -- the level was told before and after
     where exists (select from terminal_fuel u where u.institution_id = f.home and u.plate = f.plate and u.ended_at < f.fuelled_at - f.apart)
       and exists (select from terminal_fuel u where u.institution_id = f.home and u.plate = f.plate and u.started_at > f.fuelled_at + f.apart)
)
select vehicle_id as subject_id, institution_id, to_char(fuelled_at, 'YYYY-MM-DD HH24:MI:SS') || ' ' || id as episode, plate as title,
       litres as actual, most as "limit", litres - most as excess, to_char(fuelled_at, 'YYYY-MM-DD HH24:MI') as fuelled_at,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('fuelled_at', to_char(fuelled_at, 'YYYY-MM-DD HH24:MI'), 'station', station, 'litres', litres,
           'rise', round(rise, 1), 'error', round(error, 1), 'card_no', card_no))) as evidence
  from seen
 where litres * (1 - tolerance) > most
