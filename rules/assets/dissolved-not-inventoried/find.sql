select i.id as subject_id, i.id as institution_id, i.name as title, i.dissolved_on, i.dissolved_on as judged_on, m.value as months, a.things,
       jsonb_build_array(jsonb_build_object('dissolved_on', i.dissolved_on, 'things', a.things)) as evidence
  from institution i
  join inventory_months m on m.division = i.division and m.valid @> i.dissolved_on
 cross join lateral (select sum(a.quantity) as things from asset a
                      where a.institution_id = i.id and a.status <> 'DISPOSED' and (a.disposed_on is null or a.disposed_on > :as_of) and coalesce(a.purchased_on, '-infinity') <= i.dissolved_on) a
 where i.dissolved_on >= date '2021-04-01' and :as_of > i.dissolved_on + make_interval(months => round(m.value)::int)
   and a.things > 0
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and not exists (select from stocktake s where s.institution_id = i.id and s.kind = 'INVENTORY' and s.taken_on between i.dissolved_on - 183 and :as_of)
