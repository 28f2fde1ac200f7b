select i.id as subject_id, i.id as institution_id, i.name as title, null::numeric as top, null::numeric as bottom,
       (:as_of - l.last_on)::numeric as value, i.level || '|' || i.kind as "like"
  from institution i
 cross join lateral (select max(e.entered_on) as last_on from funds_entry e where e.institution_id = i.id and e.entered_on <= :as_of) l
 where i.dissolved_on is null and l.last_on is not null
