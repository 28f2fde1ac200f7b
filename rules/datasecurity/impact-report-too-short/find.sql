select s.institution_id as subject_id, s.institution_id, a.activity_no || ' ' || s.assessed_on as episode, i.name || ' ' || a.name as title, s.assessed_on, s.assessed_on as judged_on, s.kept_until, t.due as due_day,
       jsonb_build_array(jsonb_build_object('activity_no', a.activity_no, 'report_no', s.report_no, 'assessed_on', s.assessed_on, 'kept_until', s.kept_until)) as evidence
  from impact_assessment s
  join data_activity a on a.id = s.activity_id
  join institution i on i.id = s.institution_id
  join impact_report_years y on y.division = i.division and y.valid @> s.assessed_on
 cross join lateral (select (s.assessed_on + make_interval(years => round(y.value)::int))::date as due) t
 where s.kept_until < t.due and s.assessed_on <= :as_of
