select f.institution_id as subject_id, f.institution_id, i.name as title, count(*) as actual, m.value as months, min(f.formed_on) as judged_on,
       jsonb_agg(jsonb_build_object('file_no', f.file_no, 'title', f.title, 'kind', f.kind, 'formed_on', f.formed_on) order by f.formed_on, f.file_no) as evidence
  from file_handover f
  join institution i on i.id = f.institution_id
  join file_handover_months m on m.division = i.division and m.valid @> f.formed_on
 where (f.handed_over_on is null or f.handed_over_on > :as_of) and f.formed_on >= date '2017-12-05' and :as_of > f.formed_on + make_interval(months => round(m.value)::int) and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
 group by f.institution_id, i.name, m.value
