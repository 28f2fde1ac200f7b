with kept as (
    select i.id as institution_id, date_trunc('month', o.first) as since
      from institution i
     cross join lateral (select min(o.planned_start) as first from dispatch_order o where o.institution_id = i.id) o
     where :judged(i.id) and o.first is not null
)
select c.vehicle_id as subject_id, c.institution_id, to_char(c.entered_at, 'YYYY-MM-DD HH24:MI:SS') as episode, v.plate as title, c.kind,
       to_char(c.entered_at, 'YYYY-MM-DD HH24:MI') as entered_at, coalesce(c.amount, 0) as actual, g.value as grace,
       jsonb_build_array(jsonb_build_object('kind', c.kind, 'entered_at', to_char(c.entered_at, 'YYYY-MM-DD HH24:MI'),
                                            'left_at', to_char(c.left_at, 'YYYY-MM-DD HH24:MI'), 'gate', c.gate, 'amount', c.amount)) as evidence
  from road_charge c
  join kept k on k.institution_id = c.institution_id and c.entered_at >= k.since
  join vehicle v on v.id = c.vehicle_id and v.retired_on is distinct from '-infinity'
  join institution i on i.id = c.institution_id
  join order_grace_minutes g on g.division = i.division and g.valid @> :as_of
 where :judged(c.institution_id) and c.entered_at >= '2017-12-05 00:00+08' and c.entered_at < :as_of + 1
   -- one by one: charges are few, and orders many
   and (select o.id from dispatch_order o
         where o.vehicle_id = c.vehicle_id and o.approved
           and o.planned_start <= coalesce(c.left_at, c.entered_at) + make_interval(mins => g.value::int)
           and o.planned_end >= c.entered_at - make_interval(mins => g.value::int)
         limit 1) is null
