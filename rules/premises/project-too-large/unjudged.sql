select p.institution_id, 'NO_BUILT_AREA' as reason, count(*) as objects
  from project p
 where p.kind in ('NEW_BUILD', 'EXTENSION', 'PURCHASE') and p.built_area is null and p.approved_area is not null and p.accepted_on between date '2017-12-01' and :as_of
 group by p.institution_id
