select case when reason = 'NO_TRIPS_KEPT' then v.id end as subject_id, v.institution_id, reason, 1 as objects
  from vehicle v
 cross join lateral (
     -- where nobody keeps trips there are none to miss
     select case when not exists (select from vehicle_month m where m.first_started_at < :as_of + 1) then 'NO_TRIPS_KEPT'
                 when coalesce(v.registered_on, v.purchased_on) is null and not exists (select from trip t where t.vehicle_id = v.id) then 'NO_SERVICE_DATE' end as reason) why
 where reason is not null
   and v.status in ('IN_USE', 'IDLE') and (v.retired_on is null or v.retired_on > :as_of)
