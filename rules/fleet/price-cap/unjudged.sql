select case when reason <> 'NO_DISPLACEMENT' then v.id end as subject_id, v.institution_id, reason, 1 as objects
  from vehicle v
  join institution i on i.id = v.institution_id
  left join purchase_to_registration_days l on l.division = i.division and l.valid @> v.registered_on
 cross join lateral (select coalesce(v.purchased_on, v.registered_on - l.value::int) as earliest, coalesce(v.purchased_on, v.registered_on) as latest) bought
 cross join lateral (
     select exists (select from vehicle_price_cap c where c.division = i.division and c.type = v.type and c.body = v.body and c.valid @> bought.earliest) as priced,
            exists (select from vehicle_displacement_cap c where c.division = i.division and c.type = v.type and c.body = v.body and c.valid @> bought.earliest) as measured) cap
 cross join lateral (
     select case when v.purchased_on is null and (bought.earliest >= date '2017-12-05') is not true then 'NO_PURCHASE_DATE'
                 when not cap.priced then 'BODY_HAS_NO_CAP'
                 when v.price is null then 'NO_PRICE'
                 when cap.measured and v.displacement is null and not v.new_energy then 'NO_DISPLACEMENT' end as reason) why
 where reason is not null
   and (v.retired_on is null or v.retired_on > :as_of)
   and v.acquisition not in ('LEASE', 'LOAN')
   -- caps of these are set with the finance department, one by one
   and v.type <> 'SPECIAL_TECHNICAL'
   -- what was registered before the measures was bought before them
   and (bought.latest is null or bought.latest between date '2017-12-05' and :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
