with kept as (
    select left(i.division, 4) as city, min(f.year) as since
      from energy_filing f
      join institution i on i.id = f.institution_id
     where f.kind = 'ANALYSIS_REPORT'
     group by 1
)
select i.id as subject_id, i.id as institution_id, u.year::text as episode, i.name as title, u.year, l.deadline, l.deadline as judged_on,
       jsonb_build_array(jsonb_build_object('year', u.year, 'deadline', l.deadline)) as evidence
  from energy_user u
  join institution i on i.id = u.institution_id
  join kept k on k.city = left(i.division, 4) and u.year >= k.since
  join analysis_report_deadline d on d.division = i.division
 cross join lateral (select to_date((u.year + 1) || '-' || d.value, 'YYYY-MM-DD') as deadline) l
 where d.valid @> l.deadline and :as_of > l.deadline
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   and i.kind not in ('STATE_ENTERPRISE', 'ASSOCIATION')
   and not exists (select from energy_filing f
                    where f.institution_id = i.id and f.year = u.year and f.kind = 'ANALYSIS_REPORT' and f.filed_on <= :as_of)
