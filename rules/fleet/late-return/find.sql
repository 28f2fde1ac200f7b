with back as (
    select o.vehicle_id, o.order_no, o.institution_id, o.purpose, o.planned_end, n.value as most, max(t.ended_at) as ended_at
      from dispatch_order o
      join institution i on i.id = o.institution_id
      join late_return_minutes n on n.division = i.division and n.valid @> :as_of
      -- what is not late is dropped while the trips are gone through, not when they have been put together
      join trip t on t.vehicle_id = o.vehicle_id and t.order_no = o.order_no and t.ended_at > o.planned_end + n.value * interval '1 minute'
     where :judged(o.institution_id) and o.approved and :judged(t.institution_id) and t.started_at < :as_of + 1
     group by o.id, o.vehicle_id, o.order_no, o.institution_id, o.purpose, o.planned_end, n.value
)
select b.vehicle_id as subject_id, b.institution_id, b.order_no as episode, v.plate as title, b.order_no,
       to_char(b.planned_end, 'YYYY-MM-DD HH24:MI') as planned_end, to_char(b.ended_at, 'YYYY-MM-DD HH24:MI') as ended_at,
       l.late as actual, b.most as "limit", l.late - b.most as excess,
       jsonb_build_array(jsonb_build_object('order_no', b.order_no, 'purpose', b.purpose, 'planned_end', to_char(b.planned_end, 'YYYY-MM-DD HH24:MI'),
                                            'ended_at', to_char(b.ended_at, 'YYYY-MM-DD HH24:MI'))) as evidence
  from back b
  join vehicle v on v.id = b.vehicle_id and v.retired_on is distinct from '-infinity'
 cross join lateral (select floor(extract(epoch from b.ended_at - b.planned_end) / 60) as late) l
 where l.late > b.most
   -- numbers are used again where they begin anew each year
   and b.ended_at < b.planned_end + interval '3 days'
