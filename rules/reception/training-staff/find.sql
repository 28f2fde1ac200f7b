select t.id as subject_id, t.institution_id, t.name as title, t.starts_on as judged_on, t.trainees, t.staff as actual, floor(least(t.trainees * s.value, m.value)) as "limit",
       t.staff - floor(least(t.trainees * s.value, m.value)) as excess,
       jsonb_build_array(jsonb_build_object('training_no', t.training_no, 'trainees', t.trainees, 'staff', t.staff)) as evidence
  from training t
  join institution i on i.id = t.institution_id
  join training_staff_share s on s.division = i.division and s.valid @> t.starts_on
  join training_staff_most m on m.division = i.division and m.valid @> t.starts_on
 where t.staff > least(t.trainees * s.value, m.value) and t.ends_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
