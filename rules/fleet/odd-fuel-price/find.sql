select f.vehicle_id as subject_id, f.institution_id, to_char(f.fuelled_at, 'YYYY-MM-DD HH24:MI:SS') as episode, v.plate as title,
       to_char(f.fuelled_at, 'YYYY-MM-DD HH24:MI') as fuelled_at, f.litres, f.amount, p.price as actual, w.bound as "limit", abs(p.price - w.bound) as excess,
       case when p.price > h.value then '高于' else '低于' end as way_zh, case when p.price > h.value then 'above' else 'below' end as way_en,
       jsonb_build_array(jsonb_build_object('fuelled_at', to_char(f.fuelled_at, 'YYYY-MM-DD HH24:MI'), 'litres', f.litres, 'amount', f.amount,
                                            'grade', f.grade, 'station', f.station, 'card_no', f.card_no)) as evidence
  from fuel_record f
  join vehicle v on v.id = f.vehicle_id and v.retired_on is distinct from '-infinity'
  join institution i on i.id = f.institution_id
  join fuel_price_range l on l.division = i.division and l.bound = 'LEAST' and l.valid @> f.fuelled_at::date
  join fuel_price_range h on h.division = i.division and h.bound = 'MOST' and h.valid @> f.fuelled_at::date
 cross join lateral (select round(f.amount / f.litres, 2) as price) p
 cross join lateral (select case when p.price > h.value then h.value else l.value end as bound) w
 where f.liquid and f.litres > 0 and f.fuelled_at < :as_of + 1
   -- what is within the narrowest range is so everywhere and at any time; a fen more, that rounding loses nothing
   and (f.amount > f.litres * ((select min(value) from fuel_price_range where bound = 'MOST') - 0.01)
        or f.amount < f.litres * ((select max(value) from fuel_price_range where bound = 'LEAST') + 0.01))
   and (p.price > h.value or p.price < l.value)
