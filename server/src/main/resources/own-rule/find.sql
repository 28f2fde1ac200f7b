select r.id as subject_id, r.institution_id, r.title,
       r.usable_area as actual, 60 as "limit",
       jsonb_build_array(jsonb_build_object('area', r.usable_area)) as evidence
  from room r
 where r.use = 'OFFICE' and r.usable_area > 60
