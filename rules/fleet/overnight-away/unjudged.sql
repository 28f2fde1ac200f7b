select case when reason <> 'NO_ORDERS_KEPT' then v.id end as subject_id, v.institution_id, reason, 1 as objects
  from vehicle v
 cross join lateral (
     select case when v.parking_longitude is null or v.parking_latitude is null then 'NO_PARKING'
                 when not exists (select from dispatch_order o where o.institution_id = v.institution_id) then 'NO_ORDERS_KEPT' end as reason) why
 where reason is not null
   and (v.retired_on is null or v.retired_on > :as_of)
   and v.id in (select m.vehicle_id from vehicle_month m where :judged(m.institution_id) and m.first_started_at < :as_of + 1)
