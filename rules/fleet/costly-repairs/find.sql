select m.vehicle_id as subject_id, m.institution_id, extract(year from m.done_on)::int::text as episode, v.plate as title, extract(year from m.done_on)::int as year,
       sum(m.amount) as actual, trim_scale(v.price * s.value) as "limit", sum(m.amount) - trim_scale(v.price * s.value) as excess, v.price,
       round(sum(m.amount) * 100 / v.price, 1) as percent,
       jsonb_agg(jsonb_build_object('document_no', m.document_no, 'done_on', m.done_on, 'kind', m.kind, 'items', m.items, 'supplier', m.supplier,
                                    'amount', m.amount) order by m.amount desc, m.done_on) as evidence
  from maintenance m
  join vehicle v on v.id = m.vehicle_id and v.price > 0 and v.retired_on is distinct from '-infinity'
  join institution i on i.id = m.institution_id
  join repair_cost_share s on s.division = i.division and s.valid @> :as_of
 where m.done_on <= :as_of
 group by m.vehicle_id, m.institution_id, v.plate, v.price, s.value, extract(year from m.done_on)
having sum(m.amount) > v.price * s.value
