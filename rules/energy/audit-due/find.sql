select a.institution_id as subject_id, a.institution_id, a.next_by::text as episode, i.name as title, a.done_on, a.next_by,
       :as_of - a.next_by as actual, 0 as "limit", :as_of - a.next_by as excess,
       jsonb_build_array(jsonb_build_object('done_on', a.done_on, 'auditor', a.auditor, 'next_by', a.next_by)) as evidence
  from energy_audit a
  join institution i on i.id = a.institution_id
 where a.next_by < :as_of and a.next_by >= date '2008-10-01'
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   and not exists (select from energy_audit n where n.institution_id = a.institution_id and n.done_on > a.done_on and n.done_on <= :as_of)
