with kept as (
    select left(i.division, 4) as city, min(f.year) as since
      from premises_filing f
      join institution i on i.id = f.institution_id
     where f.kind = 'ANNUAL_STATISTICS'
     group by 1
),
bureau as (
    select i.id, i.name, i.division, i.established_on, count(*) as buildings
      from institution i
      join building b on b.institution_id = i.id and b.title_status = 'REGISTERED_TO_BUREAU' and b.title_holder = i.name
     where (i.dissolved_on is null or i.dissolved_on > :as_of)
     group by i.id, i.name, i.division, i.established_on
),
due as (
    select b.*, y.year, l.deadline
      from bureau b
      join kept k on k.city = left(b.division, 4)
      join premises_report_deadline d on d.division = b.division
     cross join lateral (select generate_series(k.since, extract(year from :as_of)::int - 1) as year) y
     cross join lateral (select to_date((y.year + 1) || '-' || d.value, 'YYYY-MM-DD') as deadline) l
     where d.valid @> l.deadline and :as_of > l.deadline
       and (b.established_on is null or b.established_on <= make_date(y.year, 12, 31))
)
select due.id as subject_id, due.id as institution_id, due.year::text as episode, due.name as title, due.year, due.deadline, due.deadline as judged_on, due.buildings,
       jsonb_build_array(jsonb_build_object('year', due.year, 'deadline', due.deadline, 'buildings', due.buildings)) as evidence
  from due
 where not exists (select from premises_filing f
                    where f.institution_id = due.id and f.year = due.year and f.kind = 'ANNUAL_STATISTICS' and f.filed_on <= :as_of)
