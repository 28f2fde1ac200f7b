select v.institution_id as subject_id, v.institution_id, v.type as episode, 'NO_VEHICLE_QUOTA' as reason, count(*) as objects
  from vehicle v
 where v.acquisition not in ('LEASE', 'LOAN')
   and (v.retired_on is null or v.retired_on > :as_of)
   and coalesce(v.registered_on, v.purchased_on, '-infinity') <= :as_of
   and not exists (select from vehicle_quota q
                    where q.institution_id = v.institution_id
                      and (q.type in ('LAW_ENFORCEMENT', 'SPECIAL_TECHNICAL')) = (v.type in ('LAW_ENFORCEMENT', 'SPECIAL_TECHNICAL'))
                      and q.starts_on <= :as_of and (q.ends_on is null or q.ends_on >= :as_of))
 group by v.institution_id, v.type
