with kept as (
    select left(i.division, 4) as city, min(make_date(p.year, p.quarter * 3 - 2, 1)) as since
      from energy_publicity p
      join institution i on i.id = p.institution_id
     group by 1
),
users as (select institution_id, min(year) as since from energy_user group by institution_id)
select i.id as subject_id, i.id as institution_id, to_char(q.starts_on, 'YYYY"Q"Q') as episode, i.name as title, to_char(q.starts_on, 'YYYY"Q"Q') as quarter,
       l.due_on, l.due_on as judged_on,
       jsonb_build_array(jsonb_build_object('quarter', to_char(q.starts_on, 'YYYY"Q"Q'), 'due_on', l.due_on,
           'last_quarter', (select max(p.year || 'Q' || p.quarter) from energy_publicity p
                             where p.institution_id = i.id and make_date(p.year, p.quarter * 3 - 2, 1) < q.starts_on))) as evidence
  from users u
  join institution i on i.id = u.institution_id
  join kept k on k.city = left(i.division, 4)
  join publicity_grace_days g on g.division = i.division and g.valid @> :as_of
 cross join lateral (
     select s::date as starts_on
       from generate_series(greatest(k.since, make_date(u.since, 1, 1), date_trunc('year', :as_of - interval '1 year')::date)::timestamp,
                            :as_of::timestamp, interval '3 months') s) q
 cross join lateral (select (q.starts_on + interval '3 months')::date + g.value::int as due_on) l
 where l.due_on < :as_of
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   and (i.established_on is null or i.established_on < q.starts_on)
   and i.kind not in ('STATE_ENTERPRISE', 'ASSOCIATION')
   and not exists (select from energy_publicity p
                    where p.institution_id = i.id and make_date(p.year, p.quarter * 3 - 2, 1) = q.starts_on and p.published_on <= :as_of)
