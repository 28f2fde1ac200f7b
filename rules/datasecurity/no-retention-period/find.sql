select a.institution_id as subject_id, a.institution_id, a.activity_no as episode, i.name || ' ' || a.name as title,
       jsonb_build_array(jsonb_build_object('activity_no', a.activity_no, 'name', a.name, 'data_class', a.data_class, 'starts_on', a.starts_on)) as evidence
  from data_activity a
  join institution i on i.id = a.institution_id
 where a.retention_days is null and a.starts_on <= :as_of and (a.ends_on is null or a.ends_on >= :as_of) and :as_of >= date '2021-11-01' and (i.dissolved_on is null or i.dissolved_on > :as_of)
