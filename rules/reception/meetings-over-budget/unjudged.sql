select m.institution_id, 'NO_BUDGET' as reason, count(distinct extract(year from m.starts_on)) as objects
  from meeting m
  join institution i on i.id = m.institution_id
 where m.starts_on >= date '2016-07-01' and m.ends_on <= :as_of and m.cost > 0
   and not exists (select from budget b where b.institution_id = m.institution_id and b.year = extract(year from m.starts_on) and b.item = 'MEETING')
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
 group by m.institution_id
