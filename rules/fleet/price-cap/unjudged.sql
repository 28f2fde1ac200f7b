with bought as materialized (
    select v.id, v.institution_id, v.type, v.body, v.price, v.displacement, v.new_energy, v.purchased_on, i.division,
           coalesce(v.purchased_on, v.registered_on - l.value::int) as earliest
      from vehicle v
      join institution i on i.id = v.institution_id
      left join purchase_to_registration_days l on l.division = i.division and l.valid @> v.registered_on
     where :judged(v.institution_id) and (v.retired_on is null or v.retired_on > :as_of)
       and v.acquisition not in ('LEASE', 'LOAN')
       -- caps of these are set with the finance department, one by one
       and v.type <> 'SPECIAL_TECHNICAL'
       -- what was registered before the measures was bought before them
       and (coalesce(v.purchased_on, v.registered_on) is null or coalesce(v.purchased_on, v.registered_on) between date '2017-12-05' and :as_of)
       and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
),
priced as (
    select distinct b.id from bought b join vehicle_price_cap c on c.division = b.division and c.type = b.type and c.body = b.body and c.valid @> b.earliest
),
measured as (
    select distinct b.id from bought b join vehicle_displacement_cap c on c.division = b.division and c.type = b.type and c.body = b.body and c.valid @> b.earliest
)
select case when reason <> 'NO_DISPLACEMENT' then b.id end as subject_id, b.institution_id, reason, 1 as objects
  from bought b
  left join priced p on p.id = b.id
  left join measured m on m.id = b.id
 cross join lateral (
     select case when b.purchased_on is null and (b.earliest >= date '2017-12-05') is not true then 'NO_PURCHASE_DATE'
                 when p.id is null then 'BODY_HAS_NO_CAP'
                 when b.price is null then 'NO_PRICE'
                 when m.id is not null and b.displacement is null and not b.new_energy then 'NO_DISPLACEMENT' end as reason) why
 where reason is not null
