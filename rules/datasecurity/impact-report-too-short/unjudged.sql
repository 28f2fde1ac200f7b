select s.institution_id, 'NO_KEPT_UNTIL' as reason, count(*) as objects
  from impact_assessment s
 where s.kept_until is null and s.assessed_on between date '2021-11-01' and :as_of
 group by s.institution_id
