select e.institution_id, 'NO_BUDGET' as reason, count(distinct extract(year from e.paid_on)) as objects
  from reception_expense e
  join institution i on i.id = e.institution_id
 where e.paid_on between date '2012-10-01' and :as_of
   and not exists (select from budget b where b.institution_id = e.institution_id and b.year = extract(year from e.paid_on) and b.item = 'RECEPTION')
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
 group by e.institution_id
