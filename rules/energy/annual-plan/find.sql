with kept as (
    -- plans are gathered city by city: where one of them filed, the others were asked to
    select left(i.division, 4) as city, min(f.year) as since
      from energy_filing f
      join institution i on i.id = f.institution_id
     where f.kind = 'ANNUAL_PLAN'
     group by 1
),
due as (
    select i.id, i.name, i.established_on, y.year, t.deadline
      from institution i
      join kept k on k.city = left(i.division, 4)
      join energy_plan_deadline d on d.division = i.division
     cross join lateral (select generate_series(k.since, extract(year from :as_of)::int) as year) y
     cross join lateral (select to_date(y.year || '-' || d.value, 'YYYY-MM-DD') as deadline) t
     where d.valid @> t.deadline
       and :as_of > t.deadline
       and i.kind not in ('STATE_ENTERPRISE', 'ASSOCIATION')
       and (i.established_on is null or i.established_on < make_date(y.year, 1, 1))
       and (i.dissolved_on is null or i.dissolved_on > :as_of)
)
select due.id as subject_id, due.id as institution_id, due.year::text as episode, due.name as title, due.year, due.deadline, due.deadline as judged_on,
       jsonb_build_array(jsonb_build_object('year', due.year, 'deadline', due.deadline, 'established_on', due.established_on)) as evidence
  from due
 where not exists (select from energy_filing f
                    where f.institution_id = due.id and f.year = due.year and f.kind = 'ANNUAL_PLAN' and f.filed_on <= :as_of)
