select f.vehicle_id as subject_id, f.institution_id, to_char(f.fuelled_at, 'YYYY-MM-DD HH24:MI:SS') as episode, v.plate as title,
       to_char(f.fuelled_at, 'YYYY-MM-DD HH24:MI') as fuelled_at, f.amount as actual, coalesce(nullif(trim(f.station), ''), '某加油站') as station_zh,
       coalesce(nullif(trim(f.station), ''), 'a station') as station_en,
       jsonb_build_array(jsonb_build_object('fuelled_at', to_char(f.fuelled_at, 'YYYY-MM-DD HH24:MI'), 'amount', f.amount, 'station', f.station,
                                            'card_no', f.card_no)) as evidence
  from fuel_record f
  join vehicle v on v.id = f.vehicle_id and v.retired_on is distinct from '-infinity'
 where f.grade = 'NON_FUEL' and f.amount > 0 and f.fuelled_at < :as_of + 1
