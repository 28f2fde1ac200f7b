select r.institution_id as subject_id, r.institution_id, r.notice_no as episode, i.name as title, r.notice_no, r.demands, r.due_on,
       :as_of - r.due_on as actual, 0 as "limit", :as_of - r.due_on as excess,
       jsonb_build_array(jsonb_build_object('notice_no', r.notice_no, 'issued_on', r.issued_on, 'demands', r.demands, 'due_on', r.due_on)) as evidence
  from rectification r
  join institution i on i.id = r.institution_id
 where r.due_on < :as_of and (r.done_on is null or r.done_on > :as_of) and r.issued_on >= date '2008-10-01'
