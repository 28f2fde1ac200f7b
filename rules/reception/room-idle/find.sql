with monthly as (
    select b.institution_id, b.room, date_trunc('month', b.starts_at)::date as month, coalesce(sum(extract(epoch from b.ends_at - b.starts_at)) filter (where b.used_at is not null), 0) / 3600 as hours
      from room_booking b
     where b.cancelled_at is null and b.starts_at >= '2020-01-01 00:00+08' and b.starts_at < date_trunc('month', :as_of + 1)
     group by 1, 2, 3
),
measured as (
    select m.*, i.division, d.days * h.value as open_hours
      from monthly m
      join institution i on i.id = m.institution_id
      join room_day_hours h on h.division = i.division and h.valid @> m.month
     cross join lateral (select count(*) as days from calendar_day c where c.is_workday and c.date >= m.month and c.date < m.month + interval '1 month') d
     where d.days > 0
)
select m.institution_id as subject_id, m.institution_id, m.room || ' ' || to_char(m.month, 'YYYY-MM') as episode, m.room as title, to_char(m.month, 'YYYY-MM') as month, m.month as judged_on,
       s.shown as actual, p.value as "limit", s.shown - p.value as excess,
       jsonb_build_array(jsonb_build_object('room', m.room, 'month', to_char(m.month, 'YYYY-MM'), 'open_hours', m.open_hours, 'used_hours', round(m.hours, 1))) as evidence
  from measured m
  join room_idle_share p on p.division = m.division and p.valid @> m.month
 cross join lateral (select round(100 - m.hours * 100 / m.open_hours, 2) as shown) s
 where (m.open_hours - m.hours) * 100 > p.value * m.open_hours
