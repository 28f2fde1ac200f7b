with asked as (
    select i.id as institution_id, n.value as share, h.value as hours
      from institution i
      join suspicion_bound n on n.division = i.division and n.signal = 'NOT_EMPTY' and n.valid @> :as_of
      join suspicion_bound h on h.division = i.division and h.signal = 'NIGHT_FILLING' and h.valid @> :as_of
     where :judged(i.id)
    offset 0
),
filled as materialized (
    select f.vehicle_id, f.institution_id, f.fuelled_at, f.litres, v.tank, v.rated_consumption, a.share, a.hours,
           f.odometer - lag(f.odometer) over (partition by f.vehicle_id order by f.fuelled_at, f.id) as kilometres
      from fuel_record f
      join asked a on a.institution_id = f.institution_id
      join vehicle v on v.id = f.vehicle_id
     where f.liquid and f.fuelled_at < :as_of + 1 and f.fuelled_at >= :as_of - 366
)
select vehicle_id as subject_id, institution_id, 'NOT_EMPTY' as signal, fuelled_at as at, null::text as fact, fuelled_at::date as seen_on,
       '加 ' || trim_scale(litres) || ' L，而上次加油后只行驶 ' || trim_scale(kilometres) || ' km，约用 ' || round(kilometres * rated_consumption / 100, 1) || ' L' as told_zh,
       trim_scale(litres) || ' L after ' || trim_scale(kilometres) || ' km, which burn about ' || round(kilometres * rated_consumption / 100, 1) || ' L' as told_en
  from filled
 where litres >= tank * (1 - share) and kilometres >= 0 and kilometres * rated_consumption / 100 <= tank * share
union all
select f.vehicle_id, f.institution_id, 'NIGHT_FILLING', f.fuelled_at, null, f.fuelled_at::date,
       to_char(f.fuelled_at, 'HH24:MI') || ' 加油，前后 ' || trim_scale(f.hours) || ' 小时没有行程',
       'filled at ' || to_char(f.fuelled_at, 'HH24:MI') || ' with no trip within ' || trim_scale(f.hours) || ' hours'
  from filled f
  join institution i on i.id = f.institution_id
  join parking_night_end e on e.division = i.division and e.valid @> :as_of
 where extract(hour from f.fuelled_at) < e.value
   and exists (select from trip t where t.vehicle_id = f.vehicle_id)
   and not exists (select from trip t
                    where t.vehicle_id = f.vehicle_id and t.started_at <= f.fuelled_at + make_interval(mins => (f.hours * 60)::int)
                      and t.started_at > f.fuelled_at - interval '7 days' and t.ended_at >= f.fuelled_at - make_interval(mins => (f.hours * 60)::int))
