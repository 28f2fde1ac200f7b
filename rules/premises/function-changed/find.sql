select r.id as subject_id, r.institution_id, r.title, r.usable_area as actual, r.approved_use as approved, r.use as used,
       jsonb_build_array(jsonb_build_object('approved_use', r.approved_use, 'use', r.use, 'area', r.usable_area)) as evidence
  from room r
  join institution i on i.id = r.institution_id
 where r.approved_use <> r.use
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and :as_of >= date '2012-10-01'
