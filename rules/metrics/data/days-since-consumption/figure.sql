select i.id as subject_id, i.id as institution_id, i.name as title, null::numeric as top, null::numeric as bottom,
       greatest(0, :as_of - (c.month + interval '1 month')::date)::numeric as value, i.level || '|' || i.kind as "like"
  from institution i
  join (select institution_id, max(month) as month from consumption where month <= :as_of group by 1) c on c.institution_id = i.id
 where i.dissolved_on is null
