select m.vehicle_id as subject_id, m.institution_id, extract(year from m.done_on)::int::text as episode, v.plate as title, extract(year from m.done_on)::int as year,
       count(*) as actual, n.value as "limit", count(*) - n.value as excess, sum(m.amount) as amount,
       jsonb_agg(jsonb_build_object('document_no', m.document_no, 'done_on', m.done_on, 'kind', m.kind, 'items', m.items, 'supplier', m.supplier,
                                    'amount', m.amount) order by m.done_on, m.document_no) as evidence
  from maintenance m
  join vehicle v on v.id = m.vehicle_id and v.retired_on is distinct from '-infinity'
  join institution i on i.id = m.institution_id
  join repairs_a_year n on n.division = i.division and n.valid @> :as_of
 where m.kind not in ('SERVICING', 'FITTING') and m.done_on <= :as_of
 group by m.vehicle_id, m.institution_id, v.plate, n.value, extract(year from m.done_on)
having count(*) > n.value
