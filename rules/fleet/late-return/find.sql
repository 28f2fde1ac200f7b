with back as (
    select o.vehicle_id, o.order_no, o.institution_id, o.purpose, o.planned_end, max(t.ended_at) as ended_at
      from trip_past_order t
     -- one by one: few trips are late, and orders are many
     cross join lateral (select * from dispatch_order o where o.id = t.order_id offset 0) o
     where :judged(o.institution_id) and o.approved and :judged(t.institution_id) and t.started_at < :as_of + 1
       -- numbers are used again where they begin anew each year
       and t.ended_at < o.planned_end + interval '3 days'
     group by t.order_id, o.vehicle_id, o.order_no, o.institution_id, o.purpose, o.planned_end
)
select b.vehicle_id as subject_id, b.institution_id, b.order_no as episode, v.plate as title, b.order_no,
       to_char(b.planned_end, 'YYYY-MM-DD HH24:MI') as planned_end, to_char(b.ended_at, 'YYYY-MM-DD HH24:MI') as ended_at,
       l.late as actual, n.value as "limit", l.late - n.value as excess,
       jsonb_build_array(jsonb_build_object('order_no', b.order_no, 'purpose', b.purpose, 'planned_end', to_char(b.planned_end, 'YYYY-MM-DD HH24:MI'),
                                            'ended_at', to_char(b.ended_at, 'YYYY-MM-DD HH24:MI'))) as evidence
  from back b
  join institution i on i.id = b.institution_id
  join late_return_minutes n on n.division = i.division and n.valid @> :as_of
  join vehicle v on v.id = b.vehicle_id and v.retired_on is distinct from '-infinity'
 cross join lateral (select floor(extract(epoch from b.ended_at - b.planned_end) / 60) as late) l
 where l.late > n.value
