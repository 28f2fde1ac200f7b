select r.id as subject_id, r.institution_id, e.voucher_no as episode, r.reception_no || ' ' || r.guest_unit as title, e.voucher_no, e.amount,
       concat_ws('、', case when not e.invoice then '财务票据' end, case when not e.letter then '派出单位公函' end, case when not e.list then '接待清单' end) as problem_zh,
       concat_ws(', ', case when not e.invoice then 'invoice' end, case when not e.letter then 'letter' end, case when not e.list then 'list' end) as problem_en,
       jsonb_build_array(jsonb_build_object('voucher_no', e.voucher_no, 'paid_on', e.paid_on, 'item', e.item, 'amount', e.amount)) as evidence
  from reception_expense e
  join reception r on r.id = e.reception_id
  join institution i on i.id = e.institution_id
 where not (e.invoice and e.letter and e.list)
   and e.paid_on >= date '2013-12-01' and e.paid_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
