select p.institution_id as subject_id, p.institution_id, p.record_no as episode, i.name || ' ' || p.record_no as title, p.recipient, p.provided_on, p.provided_on as judged_on, p.kept_until, t.due as due_day,
       jsonb_build_array(jsonb_build_object('record_no', p.record_no, 'kind', p.kind, 'data', p.data, 'recipient', p.recipient, 'provided_on', p.provided_on, 'kept_until', p.kept_until)) as evidence
  from data_provision p
  join institution i on i.id = p.institution_id
  join provision_record_years y on y.division = i.division and y.valid @> p.provided_on
 cross join lateral (select (p.provided_on + make_interval(years => round(y.value)::int))::date as due) t
 where p.kept_until < t.due and p.provided_on <= :as_of
