select v.id as subject_id, v.institution_id, 'NO_PURCHASE_DATE' as reason, 1 as objects
  from vehicle v
  join institution i on i.id = v.institution_id
  left join purchase_to_registration_days l on l.division = i.division and l.valid @> v.registered_on
 where (v.fixed_route or v.type = 'CONFIDENTIAL_COMMUNICATION') and not v.new_energy and v.acquisition = 'PURCHASE' and v.purchased_on is null
   and (v.registered_on is null or v.registered_on >= date '2024-12-30')
   and (v.registered_on - l.value::int >= date '2024-12-30') is not true
   and (v.retired_on is null or v.retired_on > :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
