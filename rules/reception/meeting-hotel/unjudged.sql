select m.id as subject_id, m.institution_id, 'NO_STARS' as reason, 1 as objects
  from meeting m
  join institution i on i.id = m.institution_id
 where m.stars is null and m.venue_kind in ('APPOINTED_HOTEL', 'OTHER_HOTEL') and m.grade <> 'FIRST' and m.form = 'IN_PERSON'
   and m.starts_on >= date '2016-07-01' and m.ends_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
