with owner as (
    select a.institution_id, min(coalesce(a.purchased_on, '-infinity')) as since, sum(a.quantity) as things from asset a where a.status <> 'DISPOSED' and (a.disposed_on is null or a.disposed_on > :as_of) group by 1
)
select o.institution_id as subject_id, o.institution_id, y.year::text as episode, i.name as title, y.year, d.deadline, d.deadline as judged_on,
       jsonb_build_array(jsonb_build_object('year', y.year, 'deadline', d.deadline, 'things', o.things)) as evidence
  from owner o
  join institution i on i.id = o.institution_id
 -- the year whose report was due last: what was before is not known, not missed
 cross join lateral (select max(c.year) as year
                       from generate_series(extract(year from :as_of)::int - 2, extract(year from :as_of)::int - 1) c(year)
                       join asset_report_deadline p on p.division = i.division and p.valid @> to_date((c.year + 1) || '-' || p.value, 'YYYY-MM-DD')
                      where to_date((c.year + 1) || '-' || p.value, 'YYYY-MM-DD') < :as_of) y
  join asset_report_deadline p on p.division = i.division and p.valid @> make_date(y.year + 1, 12, 31)
 cross join lateral (select to_date((y.year + 1) || '-' || p.value, 'YYYY-MM-DD') as deadline) d
 where o.since <= make_date(y.year, 12, 31) and y.year >= 2021
   and (i.established_on is null or i.established_on <= make_date(y.year, 12, 31)) and (i.dissolved_on is null or i.dissolved_on > :as_of)
   and not exists (select from asset_report r where r.institution_id = o.institution_id and r.year = y.year and r.filed_on <= :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
