select i.id as subject_id, i.id as institution_id, i.name as title, f.n as top, null::numeric as bottom, f.n as value, i.level || '|' || i.kind as "like"
  from institution i
  join (select institution_id, count(*) as n from settled_finding
         where severity <> 'REMINDER' and settled_on >= date_trunc('month', :as_of::timestamp)
           and settled_on < date_trunc('month', :as_of::timestamp) + interval '1 month' group by 1) f on f.institution_id = i.id
