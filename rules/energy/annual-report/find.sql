with year as (
    -- from the first year anybody's energy is on the books: what was before is not known, not missed
    select generate_series(min(year), extract(year from :as_of)::int - 1) as year
      from (select min(year) as year from energy_user
            union all select min(year) from energy_filing
            union all select min(extract(year from month))::int from consumption) books
)
select i.id as subject_id, i.id as institution_id, y.year::text as episode, i.name as title, y.year, t.deadline, t.deadline as judged_on,
       jsonb_build_array(jsonb_build_object('year', y.year, 'deadline', t.deadline, 'established_on', i.established_on)) as evidence
  from institution i
 cross join year y
  join energy_report_deadline d on d.division = i.division
 cross join lateral (select to_date((y.year + 1) || '-' || d.value, 'YYYY-MM-DD') as deadline) t
 where d.valid @> t.deadline
   and :as_of > t.deadline
   and i.kind not in ('STATE_ENTERPRISE', 'ASSOCIATION')
   -- it existed in the year and still does when the report is due
   and (i.established_on is null or i.established_on <= make_date(y.year, 12, 31))
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   and not exists (select from energy_filing f
                    where f.institution_id = i.id and f.year = y.year and f.kind = 'ANNUAL_REPORT' and f.filed_on <= :as_of)
