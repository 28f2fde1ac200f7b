select i.id as subject_id, i.id as institution_id, i.name as title, f.late as top, f.n as bottom, f.late * 100.0 / f.n as value, i.level || '|' || i.kind as "like"
  from institution i
  join (select institution_id, count(*) as n, count(*) filter (where due_on < :as_of) as late
          from standing_finding where state not in ('CLOSED', 'MENDED') and severity <> 'REMINDER' group by 1) f on f.institution_id = i.id
