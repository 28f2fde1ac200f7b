select a.institution_id as subject_id, a.institution_id, a.activity_no as episode, i.name || ' ' || a.name as title, a.ends_on, a.retention_days, a.ends_on + a.retention_days as due_day,
       jsonb_build_array(jsonb_build_object('activity_no', a.activity_no, 'name', a.name, 'data_class', a.data_class, 'ends_on', a.ends_on, 'retention_days', a.retention_days, 'erased_on', a.erased_on)) as evidence
  from data_activity a
  join institution i on i.id = a.institution_id
 where a.ends_on + a.retention_days < :as_of and :as_of >= date '2021-11-01' and (a.erased_on is null or a.erased_on > :as_of) and (i.dissolved_on is null or i.dissolved_on > :as_of)
