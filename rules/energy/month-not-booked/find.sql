with booked as (
    select institution_id, energy_kind, month
      from consumption
     where energy_kind in ('ELECTRICITY', 'WATER') and month <= :as_of
     group by institution_id, energy_kind, month
),
begun as (select institution_id, energy_kind, min(month) as first from booked group by institution_id, energy_kind),
-- where nobody of a city has booked a month yet, the data are not there
city as (
    select left(i.division, 4) as city, b.energy_kind, max(b.month) as last
      from booked b
      join institution i on i.id = b.institution_id
     group by 1, 2
),
missing as (
    select s.institution_id, s.energy_kind, m.month::date as month
      from begun s
      join institution i on i.id = s.institution_id
      join city c on c.city = left(i.division, 4) and c.energy_kind = s.energy_kind
      join energy_booking_days d on d.division = i.division and d.valid @> :as_of
     cross join lateral generate_series(greatest(s.first, date_trunc('year', :as_of - interval '1 year')::date)::timestamp, c.last, interval '1 month') m(month)
     where (m.month + interval '1 month')::date + d.value::int <= :as_of
       and (i.dissolved_on is null or i.dissolved_on > :as_of)
       and not exists (select from booked b where b.institution_id = s.institution_id and b.energy_kind = s.energy_kind and b.month = m.month::date)
)
select m.institution_id as subject_id, m.institution_id, extract(year from m.month)::int || ' ' || m.energy_kind as episode, i.name as title,
       extract(year from m.month)::int as year, m.energy_kind, count(*) as actual, string_agg(to_char(m.month, 'YYYY-MM'), ', ' order by m.month) as months,
       jsonb_agg(jsonb_build_object('month', to_char(m.month, 'YYYY-MM')) order by m.month) as evidence
  from missing m
  join institution i on i.id = m.institution_id
 group by m.institution_id, i.name, extract(year from m.month)::int, m.energy_kind
