select i.id as subject_id, i.id as institution_id, f.year::text as episode, i.name as title, f.year, t.deadline, f.filed_on, t.deadline as judged_on,
       f.filed_on - t.deadline as actual, 0 as "limit", f.filed_on - t.deadline as excess,
       jsonb_build_array(jsonb_build_object('year', f.year, 'deadline', t.deadline, 'filed_on', f.filed_on, 'document_no', f.document_no)) as evidence
  from energy_filing f
  join institution i on i.id = f.institution_id
  join energy_report_deadline d on d.division = i.division
 cross join lateral (select to_date((f.year + 1) || '-' || d.value, 'YYYY-MM-DD') as deadline) t
 where f.kind = 'ANNUAL_REPORT'
   and d.valid @> t.deadline
   and f.filed_on > t.deadline and f.filed_on <= :as_of
   and i.kind not in ('STATE_ENTERPRISE', 'ASSOCIATION')
   -- who was set up after the year owed nothing for it
   and (i.established_on is null or i.established_on <= make_date(f.year, 12, 31))
