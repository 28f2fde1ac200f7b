-- one that was looked at again and passed has nothing left to be late for
select a.canteen_id as subject_id, c.institution_id, 'NO_RECHECK_DATE' as reason, count(*) as objects
  from canteen_assessment a
  join canteen c on c.id = a.canteen_id
 where a.kind in ('INTERNAL', 'SPOT_CHECK') and a.grade = 'UNQUALIFIED' and a.recheck_due_on is null and a.assessed_on between date '2024-01-01' and :as_of
   and not exists (select from canteen_assessment r where r.canteen_id = a.canteen_id and r.kind = 'RE_CHECK' and r.assessed_on between a.assessed_on and :as_of and r.grade <> 'UNQUALIFIED')
 group by a.canteen_id, c.institution_id
