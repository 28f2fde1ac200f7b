select p.institution_id, 'NO_MENDING_DATE' as reason, count(*) as objects
  from patrol p
 where coalesce(trim(p.problems), '') <> '' and p.mend_by is null and p.mended_on is null and p.done_on between date '2017-12-05' and :as_of
 group by p.institution_id
