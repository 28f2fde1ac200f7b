select a.id as subject_id, a.institution_id, l.borrowed_on::text as episode, a.name || ' ' || a.card_no as title, l.borrower, l.returned_on,
       jsonb_build_array(jsonb_build_object('card_no', a.card_no, 'name', a.name, 'borrower', l.borrower, 'borrowed_on', l.borrowed_on, 'returned_on', l.returned_on, 'compensation', l.compensation)) as evidence
  from warehouse_loan l
  join asset a on a.id = l.asset_id
 where l.damaged and coalesce(l.compensation, 0) = 0 and l.returned_on between date '2021-04-01' and :as_of
