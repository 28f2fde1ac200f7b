select p.institution_id, 'NO_COST' as reason, count(*) as objects
  from project p
 where p.cost is null and p.budget is not null and p.settled_on between date '2017-12-01' and :as_of
 group by p.institution_id
