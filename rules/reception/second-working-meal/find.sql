select r.id as subject_id, r.institution_id, r.reception_no || ' ' || r.guest_unit as title, min(m.served_on) as judged_on, count(*) as actual, w.value as "limit", count(*) - w.value as excess,
       jsonb_agg(jsonb_build_object('meal_no', m.meal_no, 'served_on', m.served_on, 'venue', m.venue, 'amount', m.amount) order by m.served_on, m.meal_no) as evidence
  from reception_meal m
  join reception r on r.id = m.reception_id
  join institution i on i.id = m.institution_id
  join working_meals w on w.division = i.division and w.valid @> r.starts_on
 where m.kind = 'WORKING_MEAL'
   and r.status <> 'CANCELLED' and m.served_on >= date '2013-12-01' and m.served_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
 group by r.id, r.institution_id, r.reception_no, r.guest_unit, w.value
having count(*) > w.value
