select a.institution_id, 'NO_MENDING_DATE' as reason, count(*) as objects
  from energy_audit a
 where coalesce(trim(a.actions), '') <> '' and a.act_by is null and a.acted_on is null and a.done_on between date '2008-10-01' and :as_of
 group by a.institution_id
