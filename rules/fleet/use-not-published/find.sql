with kept as (
    select left(i.division, 4) as city, min(make_date(f.year, f.quarter * 3 - 2, 1)) as since
      from fleet_filing f
      join institution i on i.id = f.institution_id
     where f.kind = 'USE_PUBLICITY' and f.quarter is not null
     group by 1
),
held as (
    select institution_id, count(*) as vehicles, min(coalesce(registered_on, purchased_on)) as since
      from vehicle
     where status = 'IN_USE' and (retired_on is null or retired_on > :as_of)
     group by institution_id
)
select i.id as subject_id, i.id as institution_id, to_char(q.starts_on, 'YYYY"Q"Q') as episode, i.name as title, to_char(q.starts_on, 'YYYY"Q"Q') as quarter,
       l.due_on, l.due_on as judged_on, h.vehicles,
       jsonb_build_array(jsonb_build_object('quarter', to_char(q.starts_on, 'YYYY"Q"Q'), 'due_on', l.due_on, 'vehicles', h.vehicles)) as evidence
  from held h
  join institution i on i.id = h.institution_id
  join kept k on k.city = left(i.division, 4)
  join fleet_publicity_days g on g.division = i.division and g.valid @> :as_of
 cross join lateral (
     select s::date as starts_on
       from generate_series(greatest(k.since, date_trunc('year', :as_of - interval '1 year')::date)::timestamp, :as_of::timestamp, interval '3 months') s) q
 cross join lateral (select (q.starts_on + interval '3 months')::date + g.value::int as due_on) l
 where l.due_on < :as_of
   and h.since < q.starts_on
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   and (i.established_on is null or i.established_on < q.starts_on)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and not exists (select from fleet_filing f
                    where f.institution_id = i.id and f.kind = 'USE_PUBLICITY' and f.filed_on <= :as_of
                      and f.year = extract(year from q.starts_on) and (f.quarter is null or f.quarter = extract(quarter from q.starts_on)))
