select i.id as subject_id, i.id as institution_id, i.name as title, v.n as top, p.n as bottom, v.n * 100.0 / p.n as value, i.level || '|' || i.kind as "like"
  from institution i
  join (select e.institution_id, sum(e.headcount) as n from establishment e where :as_of between e.starts_on and coalesce(e.ends_on, 'infinity') group by 1) p on p.institution_id = i.id and p.n > 0
  join (select institution_id, count(*) as n from vehicle where retired_on is null or retired_on > :as_of group by 1) v on v.institution_id = i.id
 where i.dissolved_on is null
