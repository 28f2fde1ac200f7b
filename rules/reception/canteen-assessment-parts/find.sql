select c.id as subject_id, c.institution_id, a.assessed_on::text as episode, c.name as title, a.kind, a.assessed_on, a.assessed_on as judged_on,
       a.parts as actual, p.value as "limit", p.value - a.parts as excess,
       jsonb_build_array(jsonb_build_object('kind', a.kind, 'assessed_on', a.assessed_on, 'parts', a.parts)) as evidence
  from canteen_assessment a
  join canteen c on c.id = a.canteen_id
  join institution i on i.id = a.institution_id
  join canteen_assessment_parts p on p.division = i.division and p.valid @> a.assessed_on
 where a.kind <> 'RE_CHECK' and a.parts < p.value and a.assessed_on <= :as_of
