with retired as materialized (select id, plate, retired_on from vehicle where retired_on >= date '2017-12-05')
select v.id as subject_id, s.institution_id, v.plate as title, v.retired_on, count(*) as expenses, sum(s.amount) as actual,
       jsonb_agg(jsonb_build_object('what', s.what, 'day', s.on_day, 'amount', s.amount, 'where', s.supplier) order by s.on_day, s.what) as evidence
  from retired v
 -- one by one: few are retired
 cross join lateral (
     select institution_id, done_on as on_day, document_no || ' ' || items as what, amount, supplier
       from maintenance
      where vehicle_id = v.id and done_on <= :as_of and done_on > v.retired_on
     union all
     select institution_id, fuelled_at::date, '加油 ' || litres || ' L', amount, station
       from fuel_record
      where vehicle_id = v.id and fuelled_at < :as_of + 1 and fuelled_at::date > v.retired_on
     offset 0) s
 group by v.id, s.institution_id, v.plate, v.retired_on
