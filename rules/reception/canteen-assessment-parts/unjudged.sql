select a.canteen_id as subject_id, a.institution_id, 'NO_PARTS' as reason, count(*) as objects
  from canteen_assessment a
  join canteen c on c.id = a.canteen_id
  join institution i on i.id = a.institution_id
  join canteen_assessment_parts p on p.division = i.division and p.valid @> a.assessed_on
 where a.kind <> 'RE_CHECK' and a.parts is null and a.assessed_on <= :as_of
 group by a.canteen_id, a.institution_id
