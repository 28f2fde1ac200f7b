select c.id as subject_id, c.institution_id, to_char(q.begins, 'YYYY"Q"Q') as episode, c.name as title, extract(year from q.begins)::int as year, extract(quarter from q.begins)::int as quarter,
       q.begins::date as judged_on,
       jsonb_build_array(jsonb_build_object('begins', q.begins::date, 'ends', (q.begins + interval '3 months - 1 day')::date,
           'last', (select max(a.assessed_on) from canteen_assessment a where a.canteen_id = c.id and a.kind = 'INTERNAL' and a.assessed_on < q.begins))) as evidence
  from canteen c
  join institution i on i.id = c.institution_id
 -- one without a day of opening was open when it was first assessed: before, nobody knows
 cross join lateral (select coalesce(c.opened_on, min(a.assessed_on)) as opened from canteen_assessment a where a.canteen_id = c.id and a.assessed_on <= :as_of) o
 cross join lateral generate_series(date_trunc('quarter', greatest(o.opened, date '2024-01-01')::timestamp), date_trunc('quarter', :as_of::timestamp) - interval '3 months', interval '3 months') q(begins)
 -- a quarter that the canteen was open for, whole and over
 where o.opened <= q.begins and (c.closed_on is null or c.closed_on >= q.begins + interval '3 months')
   and i.level <> 'TOWNSHIP' and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and not exists (select from canteen_assessment a
                    where a.canteen_id = c.id and a.kind = 'INTERNAL' and a.assessed_on >= q.begins and a.assessed_on < q.begins + interval '3 months')
