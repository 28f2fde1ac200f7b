select case when reason <> 'NO_DISPLACEMENT' then v.id end as subject_id, v.institution_id, reason, 1 as objects
  from vehicle v
  join institution i on i.id = v.institution_id
 cross join lateral (
     select exists (select from vehicle_price_cap c where c.division = i.division and c.type = v.type and c.body = v.body and c.valid @> v.purchased_on) as priced,
            exists (select from vehicle_displacement_cap c where c.division = i.division and c.type = v.type and c.body = v.body and c.valid @> v.purchased_on) as measured) cap
 cross join lateral (
     select case when v.purchased_on is null then 'NO_PURCHASE_DATE'
                 when not cap.priced then 'BODY_HAS_NO_CAP'
                 when v.price is null then 'NO_PRICE'
                 when cap.measured and v.displacement is null and not v.new_energy then 'NO_DISPLACEMENT' end as reason) why
 where reason is not null
   and (v.retired_on is null or v.retired_on > :as_of)
   and v.acquisition not in ('LEASE', 'LOAN')
   -- caps of these are set with the finance department, one by one
   and v.type <> 'SPECIAL_TECHNICAL'
   and (v.purchased_on is null or v.purchased_on between date '2017-12-05' and :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
