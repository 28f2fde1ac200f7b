with filled as (
    select f.*, (f.fuelled_at at time zone 'Asia/Shanghai')::date as day,
           lag(f.fuelled_at) over w as before, lag(f.odometer) over w as odometer_before, lag(f.litres) over w as litres_before,
           lag(f.station) over w as station_before, lag(f.card_no) over w as card_before
      from fuel_record f
     where f.liquid
    window w as (partition by f.institution_id, f.vehicle_id order by f.fuelled_at, f.id)
),
judged as (
    select f.*, k.value as least_kilometres, f.odometer - f.odometer_before as kilometres,
           f.day = (f.before at time zone 'Asia/Shanghai')::date as same_day,
           -- an odometer that ran backwards is another rule's matter
           coalesce(f.odometer - f.odometer_before between 0 and k.value and f.odometer - f.odometer_before < k.value, false) as too_near
      from filled f
      join institution i on i.id = f.institution_id
      join refuelling_least_kilometres k on k.division = i.division and k.valid @> :as_of
     where f.before is not null and f.day between date '2017-12-05' and :as_of
)
select j.vehicle_id as subject_id, j.institution_id, to_char(j.fuelled_at, 'YYYY-MM-DD HH24:MI:SS') || ' ' || j.id as episode, v.plate as title,
       j.kilometres as actual, j.least_kilometres as "limit", case when j.too_near then j.least_kilometres - j.kilometres end as excess,
       to_char(j.fuelled_at, 'YYYY-MM-DD HH24:MI') as fuelled_at, to_char(j.before, 'YYYY-MM-DD HH24:MI') as before, j.litres,
       concat_ws('、', case when j.same_day then '同一天' end, case when j.too_near then '仅行驶 ' || j.kilometres || ' km' end) as problem_zh,
       concat_ws(', ', case when j.same_day then 'the same day' end, case when j.too_near then 'only ' || j.kilometres || ' km driven' end) as problem_en,
       jsonb_build_array(
           jsonb_build_object('fuelled_at', to_char(j.before, 'YYYY-MM-DD HH24:MI'), 'station', j.station_before, 'litres', j.litres_before,
                              'odometer', j.odometer_before, 'card_no', j.card_before),
           jsonb_build_object('fuelled_at', to_char(j.fuelled_at, 'YYYY-MM-DD HH24:MI'), 'station', j.station, 'litres', j.litres,
                              'odometer', j.odometer, 'card_no', j.card_no)) as evidence
  from judged j
  join vehicle v on v.id = j.vehicle_id
 where j.same_day or j.too_near
