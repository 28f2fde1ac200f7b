select i.id as subject_id, i.id as institution_id, i.name as title, f.n as top, null::numeric as bottom, f.n as value, i.level || '|' || i.kind as "like"
  from institution i
  join (select institution_id, count(*) as n from found_finding
         where severity <> 'REMINDER' and first_seen >= date_trunc('month', :as_of::timestamp)
           and first_seen < date_trunc('month', :as_of::timestamp) + interval '1 month' group by 1) f on f.institution_id = i.id
