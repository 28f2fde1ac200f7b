with due as (
    -- the reports of every year since anything stands on the books whose last day has come
    select i.id, i.name, i.division, i.established_on, y.year, t.deadline,
           y.year = max(y.year) over (partition by i.id) as latest
      from institution i
      join energy_report_deadline d on d.division = i.division
     cross join (select generate_series(min(year), extract(year from :as_of)::int - 1) as year
                   from (select min(year) as year from energy_user
                         union all select min(year) from energy_filing
                         union all select min(extract(year from month))::int from consumption) books) y
     cross join lateral (select to_date((y.year + 1) || '-' || d.value, 'YYYY-MM-DD') as deadline) t
     where d.valid @> t.deadline
       and :as_of > t.deadline
       and i.kind not in ('STATE_ENTERPRISE', 'ASSOCIATION')
       -- it existed in the year and still does
       and (i.established_on is null or i.established_on <= make_date(y.year, 12, 31))
       and (i.dissolved_on is null or i.dissolved_on > :as_of)
),
own as (
    select institution_id, min(year) as year
      from (select institution_id, year from energy_user
            union all select institution_id, extract(year from month)::int from consumption) books
     group by institution_id
),
filed as (
    -- reports are gathered city by city: where one of them filed, the others were asked to
    select left(i.division, 4) as city, min(f.year) as year
      from energy_filing f
      join institution i on i.id = f.institution_id
     where f.kind = 'ANNUAL_REPORT'
     group by 1
)
select due.id as subject_id, due.id as institution_id, due.year::text as episode, due.name as title, due.year, due.deadline, due.deadline as judged_on,
       jsonb_build_array(jsonb_build_object('year', due.year, 'deadline', due.deadline, 'established_on', due.established_on)) as evidence
  from due
  left join own on own.institution_id = due.id
  left join filed on filed.city = left(due.division, 4)
 -- of earlier years only what the bureau or the institution kept books of: what was before is not known, not missed
 where (due.latest or due.year >= own.year
        or due.year >= filed.year)
   and not exists (select from energy_filing f
                    where f.institution_id = due.id and f.year = due.year and f.kind = 'ANNUAL_REPORT' and f.filed_on <= :as_of)
