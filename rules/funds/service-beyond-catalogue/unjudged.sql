select r.institution_id as subject_id, r.institution_id, 'NO_CATALOGUE' as reason, count(*) as objects
  from service_record r
 where r.provided_on between date '2012-10-01' and :as_of
   and not exists (select from service_item t where t.institution_id = r.institution_id and t.starts_on <= r.provided_on and (t.ends_on is null or t.ends_on >= r.provided_on))
 group by r.institution_id
