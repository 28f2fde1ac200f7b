select b.id as subject_id, b.institution_id, 'NO_USABLE_AREA' as reason, 1 as objects from building b where b.usable_area is null
