select s.institution_id, 'NO_BUDGET' as reason, count(distinct (extract(year from s.month), s.item)) as objects
  from spending s
  join institution i on i.id = s.institution_id
 where s.month + interval '1 month' <= :as_of and s.amount > 0 and extract(year from s.month) > 2012
   and not exists (select from budget b where b.institution_id = s.institution_id and b.year = extract(year from s.month) and b.item = s.item)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
 group by s.institution_id
