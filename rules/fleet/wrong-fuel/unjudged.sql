select f.institution_id, 'NO_GRADE' as reason, count(*) as objects
  from fuel_record f
 where f.grade is null and f.fuelled_at < :as_of + 1
 group by f.institution_id
