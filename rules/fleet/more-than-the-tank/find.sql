select f.vehicle_id as subject_id, f.institution_id, to_char(f.fuelled_at, 'YYYY-MM-DD HH24:MI:SS') || ' ' || f.id as episode, v.plate as title,
       f.litres as actual, trim_scale(v.tank * (1 + t.value)) as "limit", trim_scale(f.litres - v.tank * (1 + t.value)) as excess, v.tank,
       to_char(f.fuelled_at, 'YYYY-MM-DD HH24:MI') as fuelled_at,
       jsonb_build_array(jsonb_build_object('fuelled_at', to_char(f.fuelled_at, 'YYYY-MM-DD HH24:MI'), 'station', f.station, 'litres', f.litres,
                                            'tank', v.tank, 'card_no', f.card_no, 'amount', f.amount)) as evidence
  from fuel_record f
  join vehicle v on v.id = f.vehicle_id
  join institution i on i.id = f.institution_id
  join tank_tolerance t on t.division = i.division and t.valid @> :as_of
 where f.liquid and f.litres > v.tank * (1 + t.value)
   and f.fuelled_at >= '2017-12-05 00:00+08' and f.fuelled_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
