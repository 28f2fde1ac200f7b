with filled as (
    select f.*, (f.fuelled_at at time zone 'Asia/Shanghai')::date as day,
           lag(f.fuelled_at) over car as before, lag(f.litres) over car as litres_before, lag(f.odometer) over car as odometer_before,
           lag(f.station) over car as station_before, lag(f.card_no) over car as card_before,
           -- the distance is that since the last filling whose odometer is known
           lag(f.fuelled_at) over metered as metered_at, lag(f.litres) over metered as metered_litres, lag(f.odometer) over metered as metered_odometer,
           lag(f.station) over metered as metered_station, lag(f.card_no) over metered as metered_card,
           lag(f.vehicle_id) over card as other_vehicle, lag(f.fuelled_at) over card as other_at, lag(f.litres) over card as other_litres,
           lag(f.station) over card as other_station
      from fuel_record f
     where f.liquid
    window car as (partition by f.institution_id, f.vehicle_id order by f.fuelled_at, f.id),
           metered as (partition by f.institution_id, f.vehicle_id, f.odometer is null order by f.fuelled_at, f.id),
           card as (partition by f.institution_id, nullif(trim(f.card_no), '') order by f.fuelled_at, f.id)
),
judged as (
    select f.*, k.value as least_kilometres, f.odometer - f.metered_odometer as kilometres,
           coalesce(f.day = (f.before at time zone 'Asia/Shanghai')::date, false) as same_day,
           -- an odometer that ran backwards is another rule's matter
           coalesce(f.odometer - f.metered_odometer >= 0 and f.odometer - f.metered_odometer < k.value, false) as too_near,
           coalesce(trim(f.card_no) <> '' and f.other_vehicle <> f.vehicle_id and f.day = (f.other_at at time zone 'Asia/Shanghai')::date, false) as same_card
      from filled f
      join institution i on i.id = f.institution_id
      join refuelling_least_kilometres k on k.division = i.division and k.valid @> :as_of
     where f.day between date '2017-12-05' and :as_of
)
select j.vehicle_id as subject_id, j.institution_id, to_char(j.fuelled_at, 'YYYY-MM-DD HH24:MI:SS') || ' ' || j.id as episode, v.plate as title,
       case when j.too_near then j.kilometres end as actual, case when j.too_near then j.least_kilometres end as "limit",
       case when j.too_near then j.least_kilometres - j.kilometres end as excess,
       to_char(j.fuelled_at, 'YYYY-MM-DD HH24:MI') as fuelled_at, j.litres,
       concat_ws('；', case when j.same_day then '与 ' || to_char(j.before, 'HH24:MI') || ' 的加油在同一天' end,
                      case when j.too_near then '距 ' || to_char(j.metered_at, 'YYYY-MM-DD HH24:MI') || ' 的加油仅行驶 ' || trim_scale(j.kilometres) || ' km' end,
                      case when j.same_card then '同一油卡当天 ' || to_char(j.other_at, 'HH24:MI') || ' 为 ' || w.plate || ' 加过油' end) as problem_zh,
       concat_ws('; ', case when j.same_day then 'the same day as at ' || to_char(j.before, 'HH24:MI') end,
                       case when j.too_near then 'only ' || trim_scale(j.kilometres) || ' km after the filling of ' || to_char(j.metered_at, 'YYYY-MM-DD HH24:MI') end,
                       case when j.same_card then 'the same card had filled ' || w.plate || ' at ' || to_char(j.other_at, 'HH24:MI') || ' that day' end) as problem_en,
       (select jsonb_agg(jsonb_build_object('plate', plate, 'fuelled_at', to_char(at, 'YYYY-MM-DD HH24:MI'), 'station', station, 'litres', litres,
                                            'odometer', odometer, 'card_no', card_no) order by at, n)
          from (values (1, j.same_day, v.plate, j.before, j.station_before, j.litres_before, j.odometer_before, j.card_before),
                       (2, j.too_near and not (j.same_day and j.metered_at = j.before), v.plate, j.metered_at, j.metered_station, j.metered_litres, j.metered_odometer, j.metered_card),
                       (3, j.same_card, w.plate, j.other_at, j.other_station, j.other_litres, null, j.card_no),
                       (4, true, v.plate, j.fuelled_at, j.station, j.litres, j.odometer, j.card_no)) e(n, told, plate, at, station, litres, odometer, card_no)
         where told) as evidence
  from judged j
  join vehicle v on v.id = j.vehicle_id
  left join vehicle w on w.id = j.other_vehicle
 where j.same_day or j.too_near or j.same_card
