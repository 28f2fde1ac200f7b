with part as (
    select m.*, lag(m.done_on) over same as before_on, lag(m.document_no) over same as before_no, lag(m.items) over same as before_items,
           lag(m.odometer) over same as before_odometer, lag(m.supplier) over same as before_supplier, lag(m.amount) over same as before_amount
      from maintenance m
     where m.kind in ('TYRES', 'BATTERY', 'OVERHAUL') and m.done_on <= :as_of
    window same as (partition by m.vehicle_id, m.kind order by m.done_on, m.document_no)
)
select p.vehicle_id as subject_id, p.institution_id, p.document_no as episode, v.plate as title, p.done_on, p.done_on as judged_on, p.before_on, p.kind,
       p.done_on - p.before_on as actual, n.value as months,
       jsonb_build_array(
           jsonb_build_object('document_no', p.before_no, 'done_on', p.before_on, 'items', p.before_items, 'odometer', p.before_odometer,
                              'supplier', p.before_supplier, 'amount', p.before_amount),
           jsonb_build_object('document_no', p.document_no, 'done_on', p.done_on, 'items', p.items, 'odometer', p.odometer, 'supplier', p.supplier,
                              'amount', p.amount)) as evidence
  from part p
  join vehicle v on v.id = p.vehicle_id and v.retired_on is distinct from '-infinity'
  join institution i on i.id = p.institution_id
  join part_least_months n on n.division = i.division and n.kind = p.kind and n.valid @> p.done_on
 where p.done_on < (p.before_on + make_interval(months => n.value::int))::date
