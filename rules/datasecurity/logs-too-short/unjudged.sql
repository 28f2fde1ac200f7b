select s.institution_id as subject_id, s.institution_id, 'NO_LOG_DAYS' as reason, count(*) as objects
  from data_system s
 where s.log_days is null and s.starts_on <= :as_of and (s.ends_on is null or s.ends_on >= :as_of)
 group by s.institution_id
