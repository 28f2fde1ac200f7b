select r.id as subject_id, r.institution_id, r.reception_no || ' ' || r.guest_unit as title, r.starts_on, r.starts_on as judged_on, count(*) as actual, n.value as "limit",
       jsonb_agg(jsonb_build_object('reception_no', o.reception_no, 'guest_unit', o.guest_unit, 'starts_on', o.starts_on, 'guests', o.guests) order by o.starts_on, o.reception_no) as evidence
  from reception r
  join institution i on i.id = r.institution_id
  join cluster_days d on d.division = i.division and d.valid @> r.starts_on
  join cluster_receptions n on n.division = i.division and n.valid @> r.starts_on
  join reception o on o.institution_id = r.institution_id and o.guest_unit = r.guest_unit and o.status <> 'CANCELLED'
   and (o.starts_on, o.reception_no) <= (r.starts_on, r.reception_no) and o.starts_on > r.starts_on - d.value::int
 where true
   and r.status <> 'CANCELLED' and r.starts_on >= date '2013-12-01' and r.starts_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
 group by r.id, r.institution_id, r.reception_no, r.guest_unit, r.starts_on, n.value
having count(*) >= n.value
