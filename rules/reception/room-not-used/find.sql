with monthly as (
    select b.institution_id, b.room, date_trunc('month', b.starts_at)::date as month, count(*) as bookings, count(*) filter (where b.used_at is null) as unused
      from room_booking b
     where b.cancelled_at is null and b.starts_at >= '2020-01-01 00:00+08' and b.starts_at < date_trunc('month', :as_of + 1)
     group by 1, 2, 3
)
select m.institution_id as subject_id, m.institution_id, m.room || ' ' || to_char(m.month, 'YYYY-MM') as episode, m.room as title, to_char(m.month, 'YYYY-MM') as month, m.month as judged_on,
       s.shown as actual, p.value as "limit", s.shown - p.value as excess,
       jsonb_build_array(jsonb_build_object('room', m.room, 'month', to_char(m.month, 'YYYY-MM'), 'bookings', m.bookings, 'unused', m.unused)) as evidence
  from monthly m
  join institution i on i.id = m.institution_id
  join room_no_show_share p on p.division = i.division and p.valid @> m.month
 cross join lateral (select round(m.unused * 100.0 / m.bookings, 2) as shown) s
 where m.unused * 100.0 > p.value * m.bookings
