select f.vehicle_id as subject_id, f.institution_id, to_char(f.fuelled_at, 'YYYY-MM-DD HH24:MI:SS') as episode, v.plate as title, v.energy, f.grade,
       to_char(f.fuelled_at, 'YYYY-MM-DD HH24:MI') as fuelled_at, f.amount, trim_scale(f.litres) || case when f.grade = 'ELECTRICITY' then ' kWh' else ' L' end as litres,
       jsonb_build_array(jsonb_build_object('fuelled_at', to_char(f.fuelled_at, 'YYYY-MM-DD HH24:MI'), 'grade', f.grade, 'litres', f.litres,
                                            'amount', f.amount, 'station', f.station, 'card_no', f.card_no)) as evidence
  from fuel_record f
  join vehicle v on v.id = f.vehicle_id and v.retired_on is distinct from '-infinity'
 where f.fuelled_at < :as_of + 1
   and case when f.grade like 'GASOLINE%' then v.energy not in ('GASOLINE', 'HYBRID', 'PLUG_IN_HYBRID')
            when f.grade like 'DIESEL%' then v.energy not in ('DIESEL', 'HYBRID', 'PLUG_IN_HYBRID') or v.energy <> 'DIESEL' and v.body in ('SEDAN', 'OTHER_SMALL')
            when f.grade = 'NATURAL_GAS' then v.energy <> 'NATURAL_GAS'
            when f.grade = 'ELECTRICITY' then v.energy not in ('PLUG_IN_HYBRID', 'BATTERY_ELECTRIC')
            else false end
