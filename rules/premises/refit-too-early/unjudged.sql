select p.institution_id, 'NO_BUILT_DATE' as reason, count(*) as objects
  from project p
  left join building b on b.id = p.building_id
 where p.kind in ('REBUILD', 'OVERHAUL') and p.started_on between date '2017-12-05' and :as_of and b.built_on is null
   and not exists (select from project o where o.building_id = p.building_id and o.id <> p.id and o.kind in ('NEW_BUILD', 'REBUILD', 'OVERHAUL') and o.accepted_on < p.started_on)
 group by p.institution_id
