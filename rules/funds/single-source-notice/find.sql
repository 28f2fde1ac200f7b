select c.id as subject_id, c.institution_id, c.contract_no || ' ' || c.name as title, c.signed_on as judged_on, n.days as actual, p.value as "limit", p.value - n.days as excess,
       jsonb_build_array(jsonb_build_object('contract_no', c.contract_no, 'name', c.name, 'notice_from', c.notice_from, 'notice_to', c.notice_to, 'amount', c.amount)) as evidence
  from contract c
  join institution i on i.id = c.institution_id
  join single_source_notice_workdays p on p.division = i.division and p.valid @> c.signed_on
  join open_tender_threshold t on t.division = i.division and t.category = c.category and t.valid @> c.signed_on
 cross join lateral (select count(*) as days from calendar_day d where d.is_workday and d.date between c.notice_from and c.notice_to) n
 where c.method = 'SINGLE_SOURCE' and c.amount >= t.value and n.days < p.value and c.signed_on <= :as_of
