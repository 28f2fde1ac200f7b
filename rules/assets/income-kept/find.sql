select n.institution_id as subject_id, n.institution_id, n.voucher_no as episode, i.name as title, n.voucher_no, n.kind, n.received_on, n.received_on as judged_on, n.amount, t.due as due_day,
       case when n.paid_in_on is null then '没有缴库' when coalesce(trim(n.receipt_no), '') = '' then '没有缴库凭证' else '到 ' || n.paid_in_on || ' 才缴库' end as problem_zh,
       case when n.paid_in_on is null then 'not paid in' when coalesce(trim(n.receipt_no), '') = '' then 'without a receipt of the treasury' else 'paid in only on ' || n.paid_in_on end as problem_en,
       jsonb_build_array(jsonb_build_object('voucher_no', n.voucher_no, 'kind', n.kind, 'received_on', n.received_on, 'amount', n.amount, 'paid_in_on', n.paid_in_on, 'receipt_no', n.receipt_no)) as evidence
  from asset_income n
  join institution i on i.id = n.institution_id
  join income_pay_in_days p on p.division = i.division and p.valid @> n.received_on
 cross join lateral (select (n.received_on + p.value * interval '1 day')::date as due) t
 where (n.paid_in_on > t.due or (:as_of > t.due and (n.paid_in_on is null or coalesce(trim(n.receipt_no), '') = ''))) and n.amount > 0
   and i.kind in ('PARTY_ORGAN', 'PEOPLES_CONGRESS_ORGAN', 'GOVERNMENT_ORGAN', 'DEMOCRATIC_PARTY_ORGAN', 'MASS_ORGANIZATION', 'CPPCC_ORGAN', 'SUPERVISORY_ORGAN', 'COURT', 'PROCURATORATE')
