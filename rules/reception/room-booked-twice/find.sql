select a.institution_id as subject_id, a.institution_id, least(a.booking_no, b.booking_no) || ' ' || greatest(a.booking_no, b.booking_no) as episode, a.room as title, to_char(greatest(a.starts_at, b.starts_at), 'YYYY-MM-DD') as day,
       a.booking_no as first, b.booking_no as second,
       jsonb_build_array(jsonb_build_object('room', a.room, 'first', a.booking_no, 'second', b.booking_no, 'starts_at', to_char(greatest(a.starts_at, b.starts_at), 'YYYY-MM-DD HH24:MI'),
           'ends_at', to_char(least(a.ends_at, b.ends_at), 'YYYY-MM-DD HH24:MI'))) as evidence
  from room_booking a
  join room_booking b on b.institution_id = a.institution_id and b.room = a.room and (b.starts_at, b.booking_no) > (a.starts_at, a.booking_no) and b.starts_at < a.ends_at
 where a.cancelled_at is null and b.cancelled_at is null and a.starts_at >= '2020-01-01 00:00+08' and a.starts_at < :as_of + 1
