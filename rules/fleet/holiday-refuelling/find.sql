with kept as materialized (
    -- before the month of its first trip an institution kept none here: nothing is known of a missing one
    select i.id as institution_id, (select min(m.month) from vehicle_month m where m.institution_id = i.id) as since
      from institution i
),
filled as (
    select f.vehicle_id, f.institution_id, h.date as day, h.name as holiday, sum(f.litres) as litres,
           jsonb_agg(jsonb_build_object('fuelled_at', to_char(f.fuelled_at, 'YYYY-MM-DD HH24:MI'), 'station', f.station, 'litres', f.litres,
                                        'card_no', f.card_no, 'amount', f.amount) order by f.fuelled_at, f.id) as evidence
      from fuel_record f
      join calendar_day h on h.date = f.fuelled_at::date and h.kind = 'HOLIDAY'
     where f.liquid and h.date <= :as_of and h.date >= date '2017-12-05'
     group by f.vehicle_id, f.institution_id, h.date, h.name
),
judged as (
    select f.*, v.plate,
           coalesce(f.day >= k.since, false) and not exists (select from vehicle_month m
                        where m.vehicle_id = f.vehicle_id and m.month = date_trunc('month', f.day)::date
                          and m.days & (1 << extract(day from f.day)::int - 1) <> 0)
                  -- or under way since an earlier day
                  and not exists (select from trip t
                        where t.vehicle_id = f.vehicle_id and t.started_at::date <= f.day
                          and t.ended_at::date >= f.day) as without_trip,
           not v.duty_vehicle and lag(f.day) over (partition by f.institution_id, f.vehicle_id order by f.day) = f.day - 1 as in_a_row
      from filled f
      join vehicle v on v.id = f.vehicle_id
      left join kept k on k.institution_id = f.institution_id
)
select vehicle_id as subject_id, institution_id, day::text as episode, plate as title, litres as actual, day, holiday,
       concat_ws('、', case when without_trip then '当天没有行程' end, case when in_a_row then '连续两个节假日加油' end) as problem_zh,
       concat_ws(', ', case when without_trip then 'no trip that day' end, case when in_a_row then 'second holiday in a row' end) as problem_en,
       evidence
  from judged
 where without_trip or coalesce(in_a_row, false)
