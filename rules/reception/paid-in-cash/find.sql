select r.id as subject_id, r.institution_id, e.voucher_no as episode, r.reception_no || ' ' || r.guest_unit as title, e.voucher_no, e.paid_on, e.amount,
       jsonb_build_array(jsonb_build_object('voucher_no', e.voucher_no, 'paid_on', e.paid_on, 'item', e.item, 'amount', e.amount, 'payment', e.payment)) as evidence
  from reception_expense e
  join reception r on r.id = e.reception_id
  join institution i on i.id = e.institution_id
 where e.payment = 'CASH'
   and e.paid_on >= date '2013-12-01' and e.paid_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
