with spent as (
    select vehicle_id, institution_id, done_on as on_day, document_no || ' ' || items as what, amount, supplier from maintenance where done_on <= :as_of
    union all
    select vehicle_id, institution_id, fuelled_at::date, '加油 ' || litres || ' L', amount, station from fuel_record where fuelled_at < :as_of + 1
)
select v.id as subject_id, s.institution_id, v.plate as title, v.retired_on, count(*) as expenses, sum(s.amount) as actual,
       jsonb_agg(jsonb_build_object('what', s.what, 'day', s.on_day, 'amount', s.amount, 'where', s.supplier) order by s.on_day, s.what) as evidence
  from vehicle v
  join spent s on s.vehicle_id = v.id and s.on_day > v.retired_on
 where v.retired_on >= date '2017-12-05'
 group by v.id, s.institution_id, v.plate, v.retired_on
