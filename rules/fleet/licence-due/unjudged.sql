select r.id as subject_id, r.institution_id, 'NO_LICENCE_DATE' as reason, 1 as objects
  from driver r
 where (r.left_on is null or r.left_on > :as_of) and r.licence_expires_on is null
