select r.id as subject_id, r.institution_id, r.title, r.usable_area as actual,
       jsonb_build_array(jsonb_build_object('area', r.usable_area, 'approved_use', r.approved_use)) as evidence
  from room r
 where r.use = 'TECHNICAL' and coalesce(trim(r.basis_document), '') = '' and :as_of >= date '2019-01-01'
