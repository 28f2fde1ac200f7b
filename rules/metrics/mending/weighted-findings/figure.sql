select i.id as subject_id, i.id as institution_id, i.name as title, f.weight as top, f.n as bottom, f.weight as value, i.level || '|' || i.kind as "like"
  from institution i
  join (select institution_id, count(*) as n, sum(case severity when 'VIOLATION' then 1 else 0.5 end) as weight
          from standing_finding where state not in ('CLOSED', 'MENDED') and severity <> 'REMINDER' group by 1) f on f.institution_id = i.id
