select p.institution_id as subject_id, p.institution_id, p.done_on::text as episode, i.name as title, p.done_on, p.mend_by,
       coalesce(nullif(trim(p.problems), ''), '（未填）') as problems, :as_of - p.mend_by as actual, 0 as "limit", :as_of - p.mend_by as excess,
       jsonb_build_array(jsonb_build_object('done_on', p.done_on, 'inspector', p.inspector, 'problems', p.problems, 'mend_by', p.mend_by)) as evidence
  from patrol p
  join institution i on i.id = p.institution_id
 where p.mend_by < :as_of and (p.mended_on is null or p.mended_on > :as_of)
   and p.done_on >= date '2017-12-05'
