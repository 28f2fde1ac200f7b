select c.id as subject_id, c.institution_id, y.payment_no::text as episode, c.contract_no || ' ' || c.name as title, y.payment_no, y.delivered_on, y.delivered_on as judged_on, y.amount, t.due as due_day,
       case when y.paid_on is null then '没有付款' else '到 ' || y.paid_on || ' 才付款' end as problem_zh,
       case when y.paid_on is null then 'is not paid' else 'was paid only on ' || y.paid_on end as problem_en,
       jsonb_build_array(jsonb_build_object('contract_no', c.contract_no, 'name', c.name, 'payment_no', y.payment_no, 'amount', y.amount, 'delivered_on', y.delivered_on, 'due_on', t.due, 'paid_on', y.paid_on)) as evidence
  from payment y
  join contract c on c.id = y.contract_id
  join institution i on i.id = y.institution_id
  join sme_payment_days d on d.division = i.division and d.agreement = 'DEFAULT' and d.valid @> y.delivered_on
  join sme_payment_days m on m.division = i.division and m.agreement = 'AGREED' and m.valid @> y.delivered_on
 cross join lateral (select (y.delivered_on + least(coalesce(c.pay_days, d.value), m.value) * interval '1 day')::date as due) t
 where c.supplier_size in ('MICRO', 'SMALL', 'MEDIUM') and (y.paid_on > t.due or (y.paid_on is null and :as_of > t.due))
   and i.kind not in ('STATE_ENTERPRISE', 'ASSOCIATION')
