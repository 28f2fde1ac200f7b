select i.id as subject_id, i.id as institution_id, i.name as title, coalesce(f.amount, 0) + coalesce(m.amount, 0) as top, k.kilometres as bottom,
       (coalesce(f.amount, 0) + coalesce(m.amount, 0)) * 100 / k.kilometres as value, i.level || '|' || i.kind as "like"
  from institution i
  join (select institution_id, sum(kilometres) as kilometres from vehicle_month where month > :as_of - 366 and month <= :as_of group by 1) k
    on k.institution_id = i.id and k.kilometres >= 1000
  left join (select institution_id, sum(amount) as amount from fuel_record where fuelled_at > :as_of - 366 and fuelled_at < :as_of + 1 group by 1) f on f.institution_id = i.id
  left join (select institution_id, sum(amount) as amount from maintenance where done_on > :as_of - 366 and done_on <= :as_of group by 1) m on m.institution_id = i.id
 where i.dissolved_on is null
