with kept as (
    select left(i.division, 4) as city, min(f.year) as since
      from fleet_filing f
      join institution i on i.id = f.institution_id
     where f.kind = 'ANNUAL_STATISTICS'
     group by 1
),
held as (
    select institution_id, count(*) as vehicles, min(coalesce(registered_on, purchased_on)) as since
      from vehicle where retired_on is null or retired_on > :as_of group by institution_id
)
select i.id as subject_id, i.id as institution_id, y.year::text as episode, i.name as title, y.year, l.deadline, l.deadline as judged_on, h.vehicles,
       jsonb_build_array(jsonb_build_object('year', y.year, 'deadline', l.deadline, 'vehicles', h.vehicles)) as evidence
  from held h
  join institution i on i.id = h.institution_id
  join kept k on k.city = left(i.division, 4)
  join fleet_report_deadline d on d.division = i.division
 cross join lateral (select generate_series(k.since, extract(year from :as_of)::int - 1) as year) y
 cross join lateral (select to_date((y.year + 1) || '-' || d.value, 'YYYY-MM-DD') as deadline) l
 where d.valid @> l.deadline and :as_of > l.deadline
   and h.since <= make_date(y.year, 12, 31)
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   and (i.established_on is null or i.established_on <= make_date(y.year, 12, 31))
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and not exists (select from fleet_filing f
                    where f.institution_id = i.id and f.year = y.year and f.kind = 'ANNUAL_STATISTICS' and f.filed_on <= :as_of)
