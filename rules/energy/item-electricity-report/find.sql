with kept as (
    select left(i.division, 4) as city, min(f.year) as since
      from energy_filing f
      join institution i on i.id = f.institution_id
     where f.kind = 'ITEM_ELECTRICITY_REPORT'
     group by 1
),
owner as (
    select i.id, i.name, i.division, i.established_on, count(*) as buildings
      from building b
      join institution i on i.id = b.institution_id
     where b.acquisition = 'OWNED' and (i.dissolved_on is null or i.dissolved_on > :as_of)
       and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
     group by i.id, i.name, i.division, i.established_on
),
due as (
    select o.*, y.year, l.deadline
      from owner o
      join kept k on k.city = left(o.division, 4)
      join item_report_deadline d on d.division = o.division
     cross join lateral (select generate_series(k.since, extract(year from :as_of)::int - 1) as year) y
     cross join lateral (select to_date((y.year + 1) || '-' || d.value, 'YYYY-MM-DD') as deadline) l
     where d.valid @> l.deadline and :as_of > l.deadline and (o.established_on is null or o.established_on <= make_date(y.year, 12, 31))
)
select due.id as subject_id, due.id as institution_id, due.year::text as episode, due.name as title, due.year, due.deadline, due.deadline as judged_on, due.buildings,
       jsonb_build_array(jsonb_build_object('year', due.year, 'deadline', due.deadline, 'buildings', due.buildings)) as evidence
  from due
 where not exists (select from energy_filing f
                    where f.institution_id = due.id and f.year = due.year and f.kind = 'ITEM_ELECTRICITY_REPORT' and f.filed_on <= :as_of)
