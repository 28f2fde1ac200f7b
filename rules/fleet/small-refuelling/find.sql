select f.vehicle_id as subject_id, f.institution_id, to_char(f.fuelled_at, 'YYYY-MM') as episode, v.plate as title, to_char(f.fuelled_at, 'YYYY-MM') as month,
       count(*) as actual, n.value as "limit", a.value as amount,
       jsonb_agg(jsonb_build_object('fuelled_at', to_char(f.fuelled_at, 'YYYY-MM-DD HH24:MI'), 'litres', f.litres, 'amount', f.amount, 'station', f.station,
                                    'card_no', f.card_no) order by f.fuelled_at) as evidence
  from fuel_record f
  join vehicle v on v.id = f.vehicle_id and v.retired_on is distinct from '-infinity'
  join institution i on i.id = f.institution_id
  join small_fuel_amount a on a.division = i.division and a.valid @> :as_of
  join small_fuel_times n on n.division = i.division and n.valid @> :as_of
 where f.liquid and f.amount < a.value and f.fuelled_at < :as_of + 1
 group by f.vehicle_id, f.institution_id, to_char(f.fuelled_at, 'YYYY-MM'), v.plate, n.value, a.value
having count(*) >= n.value
