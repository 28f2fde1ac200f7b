select s.institution_id as subject_id, s.institution_id, s.code as episode, i.name || ' ' || s.name as title, s.log_days as actual, p.value as "limit", p.value - s.log_days as excess,
       jsonb_build_array(jsonb_build_object('code', s.code, 'name', s.name, 'log_days', s.log_days, 'starts_on', s.starts_on)) as evidence
  from data_system s
  join institution i on i.id = s.institution_id
  join log_retention_days p on p.division = i.division and p.valid @> :as_of
 where s.log_days < p.value and s.starts_on <= :as_of and (s.ends_on is null or s.ends_on >= :as_of) and (i.dissolved_on is null or i.dissolved_on > :as_of)
