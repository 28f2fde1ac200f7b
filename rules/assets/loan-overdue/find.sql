select a.id as subject_id, a.institution_id, l.borrowed_on::text as episode, a.name || ' ' || a.card_no as title, l.borrower, l.due_on as due_day,
       case when l.returned_on is null then '没有归还' else '到 ' || l.returned_on || ' 才归还' end as problem_zh,
       case when l.returned_on is null then 'is not back' else 'came back only on ' || l.returned_on end as problem_en,
       jsonb_build_array(jsonb_build_object('card_no', a.card_no, 'name', a.name, 'borrower', l.borrower, 'borrowed_on', l.borrowed_on, 'due_on', l.due_on, 'returned_on', l.returned_on)) as evidence
  from warehouse_loan l
  join asset a on a.id = l.asset_id
 where l.due_on >= date '2021-04-01' and (l.returned_on > l.due_on or (l.returned_on is null and :as_of > l.due_on))
