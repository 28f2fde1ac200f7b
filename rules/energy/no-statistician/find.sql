select u.institution_id as subject_id, u.institution_id, i.name as title, u.year, u.year::text as episode,
       jsonb_build_array(jsonb_build_object('year', u.year, 'persons', u.persons, 'building_area', u.building_area)) as evidence
  from energy_user u
  join institution i on i.id = u.institution_id
 where coalesce(trim(u.statistician), '') = ''
   and i.kind not in ('STATE_ENTERPRISE', 'ASSOCIATION')
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   and u.year = (select max(l.year) from energy_user l where l.institution_id = u.institution_id and l.year <= extract(year from :as_of))
   and u.year >= 2008
