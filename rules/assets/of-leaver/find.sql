select a.id as subject_id, a.institution_id, p.code as episode, a.name || ' ' || a.card_no as title, p.code as person, least(p.transferred_on, p.retired_on) as left_on,
       jsonb_build_array(jsonb_build_object('card_no', a.card_no, 'name', a.name, 'person', p.code, 'left_on', least(p.transferred_on, p.retired_on))) as evidence
  from asset a
  join person p on p.id = a.person_id
 where least(p.transferred_on, p.retired_on) < :as_of and :as_of >= date '2021-04-01'
   and a.status <> 'DISPOSED' and (a.disposed_on is null or a.disposed_on > :as_of)
