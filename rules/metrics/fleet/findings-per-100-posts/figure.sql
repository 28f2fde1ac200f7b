select i.id as subject_id, i.id as institution_id, i.name as title, coalesce(f.n, 0) as top, p.n as bottom, coalesce(f.n, 0) * 100 / p.n as value, i.level || '|' || i.kind as "like"
  from institution i
  join (select e.institution_id, sum(e.headcount) as n from establishment e where :as_of between e.starts_on and coalesce(e.ends_on, 'infinity') group by 1) p on p.institution_id = i.id and p.n > 0
  left join (select institution_id, sum(case severity when 'VIOLATION' then 1 when 'SUSPICION' then 0.5 else 0 end) as n
               from standing_finding
              where split_part(rule_id, '.', 1) in ('fleet') and state not in ('CLOSED', 'MENDED')
              group by 1) f on f.institution_id = i.id
 where i.dissolved_on is null
