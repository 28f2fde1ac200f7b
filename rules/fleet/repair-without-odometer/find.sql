select m.vehicle_id as subject_id, m.institution_id, extract(year from m.done_on)::int::text as episode, v.plate as title, extract(year from m.done_on)::int as year,
       count(*) as actual,
       jsonb_agg(jsonb_build_object('document_no', m.document_no, 'done_on', m.done_on, 'items', m.items, 'amount', m.amount) order by m.done_on, m.document_no) as evidence
  from maintenance m
  join vehicle v on v.id = m.vehicle_id and v.retired_on is null
 where m.odometer is null and m.kind not in ('ACCIDENT_REPAIR', 'OTHER')
   and m.done_on between date '2017-12-05' and :as_of
   and extract(year from m.done_on) >= extract(year from :as_of) - 1
 group by m.vehicle_id, m.institution_id, v.plate, extract(year from m.done_on)
