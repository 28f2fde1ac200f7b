select v.id as subject_id, v.institution_id, 'NO_REGISTERED_OWNER' as reason, 1 as objects
  from vehicle v
 where coalesce(trim(v.registered_owner), '') = ''
   and v.acquisition not in ('LEASE', 'LOAN')
   and (v.retired_on is null or v.retired_on > :as_of)
