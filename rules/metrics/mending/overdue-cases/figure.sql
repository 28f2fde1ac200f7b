select i.id as subject_id, i.id as institution_id, i.name as title, c.late as top, c.n as bottom, c.late * 100.0 / c.n as value, i.level || '|' || i.kind as "like"
  from institution i
  join (select institution_id, count(*) as n, count(*) filter (where due_on < :as_of) as late from open_case group by 1) c on c.institution_id = i.id
