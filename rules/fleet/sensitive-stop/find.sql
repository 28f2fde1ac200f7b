select v.id as subject_id, v.institution_id, to_char(f.started_at, 'YYYY-MM-DD HH24:MI:SS') || ' ' || f.fence as episode, v.plate as title,
       round(f.minutes, 1) as actual, m.value as "limit", round(f.minutes, 1) - m.value as excess, f.started_at::date as judged_on,
       f.fence, f.fence_kind, to_char(f.started_at, 'YYYY-MM-DD HH24:MI') as entered_at,
       jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('fence', f.fence, 'fence_kind', f.fence_kind, 'started_at', to_char(f.started_at, 'YYYY-MM-DD HH24:MI:SS'),
           'ended_at', to_char(f.ended_at, 'YYYY-MM-DD HH24:MI:SS'), 'minutes', round(f.minutes, 1), 'orders', o.numbers))) as evidence
  from terminal_fence f
  join vehicle v on v.institution_id = f.institution_id and v.plate = f.plate
  join institution i on i.id = v.institution_id
  join sensitive_stop_minutes m on m.division = i.division and m.valid @> f.started_at::date
  join order_grace_minutes g on g.division = i.division and g.valid @> f.started_at::date
 cross join lateral (
     select string_agg(d.order_no, '、' order by d.order_no) as numbers,
            bool_or(trim(d.destination) <> '' and (position(f.fence in d.destination) > 0 or position(trim(d.destination) in f.fence) > 0)) as names_it
       from dispatch_order d
      where d.vehicle_id = v.id and d.approved
        and d.planned_start - g.value * interval '1 minute' <= f.ended_at and d.planned_end + g.value * interval '1 minute' >= f.started_at) o
 where :judged(v.institution_id) and f.fence_kind in ('SCENIC', 'ENTERTAINMENT', 'HOTEL', 'SCHOOL', 'RESIDENCE') and f.settled and not f.crossed
   and f.minutes >= m.value and o.names_it is not true
   and f.started_at >= '2017-12-05 00:00+08' and f.started_at < :as_of + 1
