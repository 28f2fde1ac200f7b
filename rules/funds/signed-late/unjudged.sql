-- what is bought by itself or called off a framework has no award
select c.id as subject_id, c.institution_id, 'NO_AWARD_DATE' as reason, 1 as objects
  from contract c
  join institution i on i.id = c.institution_id
  join contract_sign_days d on d.division = i.division and d.valid @> c.signed_on
 where c.awarded_on is null and c.base_id is null and c.method in ('OPEN', 'INVITED', 'NEGOTIATION', 'CONSULTATION', 'INQUIRY', 'SINGLE_SOURCE') and c.signed_on <= :as_of
