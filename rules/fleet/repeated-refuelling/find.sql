with sharing as (
    -- most cards have one vehicle only
    select institution_id, card_no
      from (select institution_id, trim(card_no) as card_no, vehicle_id from fuel_record
             where :judged(institution_id) and liquid and trim(card_no) <> '' group by 1, 2, 3) used
     group by institution_id, card_no
    having count(*) > 1
),
shared as (
    select id, lag(vehicle_id) over card as other_vehicle, lag(id) over card as other_id, lag(fuelled_at) over card as other_at
      from fuel_record f
      join sharing s on s.institution_id = f.institution_id and s.card_no = trim(f.card_no)
     where :judged(f.institution_id) and f.liquid
    window card as (partition by f.institution_id, s.card_no order by f.fuelled_at, f.id)
),
near as (
    -- what no division forbids needs no division; the distance is that since the last filling whose odometer is known
    select f.*, c.other_vehicle, c.other_id, c.other_at, f.fuelled_at::date as day
      from filling f
      left join shared c on c.id = f.id
     where :judged(f.institution_id) and f.fuelled_at >= '2017-12-05 00:00+08' and f.fuelled_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
       and (f.fuelled_at - f.before_at < interval '1 day'
            or f.odometer - f.metered_odometer < (select max(value) from refuelling_least_kilometres where valid @> :as_of)
            or c.other_vehicle <> f.vehicle_id)
),
judged as (
    select n.*, k.value as least_kilometres, n.odometer - n.metered_odometer as kilometres,
           coalesce(n.day = n.before_at::date, false) as same_day,
           -- an odometer that ran backwards is another rule's matter
           coalesce(n.odometer - n.metered_odometer >= 0 and n.odometer - n.metered_odometer < k.value, false) as too_near,
           coalesce(n.other_vehicle <> n.vehicle_id and n.day = n.other_at::date, false) as same_card
      from near n
      join institution i on i.id = n.institution_id
      join refuelling_least_kilometres k on k.division = i.division and k.valid @> :as_of
)
select j.vehicle_id as subject_id, j.institution_id, to_char(j.fuelled_at, 'YYYY-MM-DD HH24:MI:SS') || ' ' || j.id as episode, v.plate as title,
       case when j.too_near then j.kilometres end as actual, case when j.too_near then j.least_kilometres end as "limit",
       case when j.too_near then j.least_kilometres - j.kilometres end as excess,
       to_char(j.fuelled_at, 'YYYY-MM-DD HH24:MI') as fuelled_at, f.litres,
       concat_ws('；', case when j.same_day then '与 ' || to_char(j.before_at, 'HH24:MI') || ' 的加油在同一天' end,
                      case when j.too_near then '距 ' || to_char(m.fuelled_at, 'YYYY-MM-DD HH24:MI') || ' 的加油仅行驶 ' || trim_scale(j.kilometres) || ' km' end,
                      case when j.same_card then '同一油卡当天 ' || to_char(j.other_at, 'HH24:MI') || ' 为 ' || w.plate || ' 加过油' end) as problem_zh,
       concat_ws('; ', case when j.same_day then 'the same day as at ' || to_char(j.before_at, 'HH24:MI') end,
                       case when j.too_near then 'only ' || trim_scale(j.kilometres) || ' km after the filling of ' || to_char(m.fuelled_at, 'YYYY-MM-DD HH24:MI') end,
                       case when j.same_card then 'the same card had filled ' || w.plate || ' at ' || to_char(j.other_at, 'HH24:MI') || ' that day' end) as problem_en,
       (select jsonb_agg(jsonb_build_object('plate', plate, 'fuelled_at', to_char(at, 'YYYY-MM-DD HH24:MI'), 'station', station, 'litres', litres,
                                            'odometer', odometer, 'card_no', card_no) order by at, n)
          from (values (1, j.same_day, v.plate, b.fuelled_at, b.station, b.litres, b.odometer, b.card_no),
                       (2, j.too_near and j.metered_id is distinct from case when j.same_day then j.before_id end, v.plate, m.fuelled_at, m.station, m.litres, m.odometer, m.card_no),
                       (3, j.same_card, w.plate, o.fuelled_at, o.station, o.litres, null, f.card_no),
                       (4, true, v.plate, f.fuelled_at, f.station, f.litres, f.odometer, f.card_no)) e(n, told, plate, at, station, litres, odometer, card_no)
         where told) as evidence
  from judged j
  join vehicle v on v.id = j.vehicle_id
  left join vehicle w on w.id = j.other_vehicle
 -- one by one: few are told
 cross join lateral (select * from fuel_record f where f.id = j.id offset 0) f
  left join lateral (select * from fuel_record f where f.id = j.before_id offset 0) b on true
  left join lateral (select * from fuel_record f where f.id = j.metered_id offset 0) m on true
  left join lateral (select * from fuel_record f where f.id = j.other_id offset 0) o on true
 where j.same_day or j.too_near or j.same_card
