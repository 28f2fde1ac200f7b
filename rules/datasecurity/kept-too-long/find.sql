select a.institution_id as subject_id, a.institution_id, a.activity_no as episode, i.name || ' ' || a.name as title, a.retention_days as actual, r.value as "limit", a.retention_days - r.value as excess,
       jsonb_build_array(jsonb_build_object('activity_no', a.activity_no, 'name', a.name, 'data_class', a.data_class, 'retention_days', a.retention_days)) as evidence
  from data_activity a
  join institution i on i.id = a.institution_id
  join personal_retention_days r on r.division = i.division and r.data_class = a.data_class and r.valid @> :as_of
 where a.retention_days > r.value and a.starts_on <= :as_of and (a.ends_on is null or a.ends_on >= :as_of) and (i.dissolved_on is null or i.dissolved_on > :as_of)
