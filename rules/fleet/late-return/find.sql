with back as (
    select t.vehicle_id, t.order_no, max(t.ended_at) as ended_at
      from trip t
     where :judged(t.institution_id) and t.order_no is not null and t.started_at < :as_of + 1
     group by t.vehicle_id, t.order_no
)
select o.vehicle_id as subject_id, o.institution_id, o.order_no as episode, v.plate as title, o.order_no,
       to_char(o.planned_end, 'YYYY-MM-DD HH24:MI') as planned_end, to_char(b.ended_at, 'YYYY-MM-DD HH24:MI') as ended_at,
       l.late as actual, n.value as "limit", l.late - n.value as excess,
       jsonb_build_array(jsonb_build_object('order_no', o.order_no, 'purpose', o.purpose, 'planned_end', to_char(o.planned_end, 'YYYY-MM-DD HH24:MI'),
                                            'ended_at', to_char(b.ended_at, 'YYYY-MM-DD HH24:MI'))) as evidence
  from dispatch_order o
  join back b on b.vehicle_id = o.vehicle_id and b.order_no = o.order_no
  join vehicle v on v.id = o.vehicle_id and v.retired_on is distinct from '-infinity'
  join institution i on i.id = o.institution_id
  join late_return_minutes n on n.division = i.division and n.valid @> :as_of
 cross join lateral (select floor(extract(epoch from b.ended_at - o.planned_end) / 60) as late) l
 where :judged(o.institution_id) and o.approved and l.late > n.value
   -- numbers are used again where they begin anew each year
   and b.ended_at < o.planned_end + interval '3 days'
