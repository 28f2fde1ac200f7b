select t.id as subject_id, t.institution_id, t.name as title, t.grade, t.starts_on as judged_on, t.trainees + coalesce(t.staff, 0) as persons, t.ends_on - t.starts_on + 1 as days,
       t.cost as actual, cap.most as "limit", t.cost - cap.most as excess,
       jsonb_build_array(jsonb_build_object('training_no', t.training_no, 'starts_on', t.starts_on, 'ends_on', t.ends_on, 'trainees', t.trainees, 'staff', t.staff, 'quota', q.value, 'cost', t.cost)) as evidence
  from training t
  join institution i on i.id = t.institution_id
  join training_quota q on q.division = i.division and q.grade = t.grade and q.valid @> t.starts_on
  join training_full_days f on f.division = i.division and f.valid @> t.starts_on
  join training_later_share l on l.division = i.division and l.valid @> t.starts_on
 cross join lateral (select q.value * (t.trainees + coalesce(t.staff, 0)) * (least(d.days, f.value) + l.value * greatest(d.days - f.value, 0)) as most
                       from (select t.ends_on - t.starts_on + 1 as days) d) cap
 where t.cost > cap.most and t.starts_on >= date '2017-01-01' and t.ends_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
