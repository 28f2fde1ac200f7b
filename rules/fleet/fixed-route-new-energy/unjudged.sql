select v.id as subject_id, v.institution_id, 'NO_PURCHASE_DATE' as reason, 1 as objects
  from vehicle v
 where (v.fixed_route or v.type = 'CONFIDENTIAL_COMMUNICATION') and not v.new_energy and v.acquisition = 'PURCHASE' and v.purchased_on is null
   and (v.registered_on is null or v.registered_on >= date '2024-12-30')
   and (v.retired_on is null or v.retired_on > :as_of)
