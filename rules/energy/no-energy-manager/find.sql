with kept as (
    select distinct left(i.division, 4) as city
      from energy_manager m
      join institution i on i.id = m.institution_id
     where coalesce(trim(m.manager), '') <> '' and m.year <= extract(year from :as_of)
)
select m.institution_id as subject_id, m.institution_id, m.year::text as episode, i.name as title, m.year,
       jsonb_build_array(jsonb_build_object('year', m.year, 'persons', u.persons, 'building_area', u.building_area)) as evidence
  from energy_manager m
  join institution i on i.id = m.institution_id
  join kept k on k.city = left(i.division, 4)
  left join energy_user u on u.institution_id = m.institution_id and u.year = m.year
 where coalesce(trim(m.manager), '') = ''
   and i.kind not in ('STATE_ENTERPRISE', 'ASSOCIATION')
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   and m.year = (select max(l.year) from energy_manager l where l.institution_id = m.institution_id and l.year <= extract(year from :as_of))
   and m.year >= 2008
