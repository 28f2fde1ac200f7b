select c.institution_id, 'NOT_LOOKED_AT' as reason, count(*) as objects
  from property_contract c
 where c.energy_clause is null and c.starts_on <= :as_of and (c.ends_on is null or c.ends_on >= :as_of)
 group by c.institution_id
