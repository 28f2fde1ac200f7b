-- one contract alone is no split
select c.institution_id, 'NO_BUDGET_ITEM' as reason, count(*) as objects
  from contract c
 where c.method not in ('OPEN', 'CENTRAL') and c.base_id is null and coalesce(trim(c.budget_item), '') = '' and c.signed_on between date '2015-03-01' and :as_of
 group by c.institution_id, extract(year from c.signed_on), c.category
having count(*) > 1
