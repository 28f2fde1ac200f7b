with known as materialized (
    select i.id as institution_id, (select max(t.started_at)::date from trip t
                                     where t.institution_id = i.id and t.started_at < :as_of + 1) as until
      from institution i
     where :judged(i.id)
)
select case when reason = 'NO_TRIPS_KEPT' then v.id end as subject_id, v.institution_id, reason, 1 as objects
  from vehicle v
  join institution i on i.id = v.institution_id
  join idle_vehicle_days d on d.division = i.division and d.valid @> :as_of
  left join known k on k.institution_id = v.institution_id
 cross join lateral (
     select case when k.until is null then 'NO_TRIPS_KEPT'
                 when :as_of - k.until >= d.value then 'TRIPS_NOT_ENTERED_LATELY'
                 when coalesce(v.registered_on, v.purchased_on) is null and not exists (select from trip t where t.vehicle_id = v.id) then 'NO_SERVICE_DATE' end as reason) why
 where reason is not null
   and v.status in ('IN_USE', 'IDLE') and (v.retired_on is null or v.retired_on > :as_of)
