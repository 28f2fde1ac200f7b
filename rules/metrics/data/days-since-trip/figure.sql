select i.id as subject_id, i.id as institution_id, i.name as title, null::numeric as top, null::numeric as bottom,
       greatest(0, :as_of - m.last::date)::numeric as value, i.level || '|' || i.kind as "like"
  from institution i
  join (select institution_id, max(last_ended_at) as last from vehicle_month where month <= :as_of group by 1) m on m.institution_id = i.id
 where i.dissolved_on is null and exists (select from vehicle v where v.institution_id = i.id and v.retired_on is null)
