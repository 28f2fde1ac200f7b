select m.vehicle_id as subject_id, m.institution_id, m.document_no as episode, v.plate as title, m.done_on, m.done_on as judged_on, m.document_no, m.items, m.amount as actual,
       jsonb_build_array(jsonb_build_object('document_no', m.document_no, 'done_on', m.done_on, 'kind', m.kind, 'items', m.items,
                                            'supplier', m.supplier, 'amount', m.amount)) as evidence
  from maintenance m
  join vehicle v on v.id = m.vehicle_id and v.retired_on is distinct from '-infinity'
  join institution i on i.id = m.institution_id
 where m.done_on between date '2012-10-01' and :as_of
   and (m.kind = 'FITTING'
        or m.id in (select n.id
                      from maintenance n
                      join institution j on j.id = n.institution_id
                      join luxury_fitting_words w on w.division = j.division and w.valid @> n.done_on and position(w.value in n.items) > 0
                     where :judged(n.institution_id)))
