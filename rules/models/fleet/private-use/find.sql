with asked as (
    select i.id as institution_id, make_interval(mins => (s.value * 60)::int) as opens, make_interval(mins => (e.value * 60)::int) as closes,
           f.value as far, n.value as days
      from institution i
      join working_hours s on s.division = i.division and s.bound = 'START' and s.valid @> :as_of
      join working_hours e on e.division = i.division and e.bound = 'END' and e.valid @> :as_of
      join suspicion_bound f on f.division = i.division and f.signal = 'BEFORE_HOLIDAY' and f.valid @> :as_of
      join suspicion_bound n on n.division = i.division and n.signal = 'SAME_PLACE' and n.valid @> :as_of
     where :judged(i.id)
    offset 0
),
day as (
    select d.date, d.is_workday, d.is_workday and n.kind = 'HOLIDAY' as before_holiday
      from calendar_day d left join calendar_day n on n.date = d.date + 1
),
moved as materialized (
    select t.vehicle_id, t.institution_id, t.started_at, t.kilometres, t.end_longitude, t.end_latitude, d.is_workday, d.before_holiday,
           t.started_at::timestamp - d.date as clock, a.opens, a.closes, a.far, a.days, d.date
      from trip t
      join asked a on a.institution_id = t.institution_id
      join vehicle v on v.id = t.vehicle_id and not v.duty_vehicle
      join day d on d.date = t.started_at::date
     where t.started_at < :as_of + 1 and t.started_at >= :as_of - 366
),
after_work as (
    select m.*, count(*) over at_place as times, dense_rank() over (partition by vehicle_id, round(end_longitude, 3), round(end_latitude, 3) order by date)
              + dense_rank() over (partition by vehicle_id, round(end_longitude, 3), round(end_latitude, 3) order by date desc) - 1 as different_days
      from moved m
      join vehicle v on v.id = m.vehicle_id
     where (not m.is_workday or m.clock < m.opens or m.clock >= m.closes) and m.end_longitude <> 0
       and greatest(abs(m.end_longitude - v.parking_longitude), abs(m.end_latitude - v.parking_latitude)) > 0.003
    window at_place as (partition by m.vehicle_id, round(m.end_longitude, 3), round(m.end_latitude, 3))
)
select vehicle_id as subject_id, institution_id, 'BEFORE_HOLIDAY' as signal, started_at as at, null::text as fact, date as seen_on,
       '节前最后一个工作日 ' || to_char(started_at, 'HH24:MI') || ' 出发，行驶 ' || trim_scale(kilometres) || ' km' as told_zh,
       'set out at ' || to_char(started_at, 'HH24:MI') || ' on the last workday before a holiday, for ' || trim_scale(kilometres) || ' km' as told_en
  from moved
 where before_holiday and clock >= interval '12 hours' and kilometres >= far
union all
select vehicle_id, institution_id, 'SAME_PLACE', started_at, null, date,
       '下班后或休息日在 ' || different_days || ' 天里到过同一处',
       'to the same place after work or on days off on ' || different_days || ' different days'
  from after_work
 where different_days >= days
