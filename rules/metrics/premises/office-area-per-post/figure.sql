select i.id as subject_id, i.id as institution_id, i.name as title, r.area as top, p.n as bottom, r.area / p.n as value, i.level || '|' || i.kind as "like"
  from institution i
  join (select e.institution_id, sum(e.headcount) as n from establishment e where :as_of between e.starts_on and coalesce(e.ends_on, 'infinity') group by 1) p on p.institution_id = i.id and p.n > 0
  join (select institution_id, sum(usable_area) as area from room where use = 'OFFICE' group by 1) r on r.institution_id = i.id
 where i.dissolved_on is null
