select v.institution_id, 'NO_PURCHASE_DATE' as reason, count(*) as objects
  from vehicle v
 where v.acquisition = 'PURCHASE' and v.purchased_on is null
   and (v.registered_on is null or v.registered_on >= date '2025-01-01')
   and (v.retired_on is null or v.retired_on > :as_of)
 group by v.institution_id
