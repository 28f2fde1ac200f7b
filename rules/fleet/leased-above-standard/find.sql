with leased as (
    select v.id, v.institution_id, v.plate, v.type, v.body, v.new_energy, v.price, v.displacement,
           (select max(c.value) from vehicle_price_cap c
             where c.division = i.division and c.type = v.type and c.body = v.body and c.valid @> coalesce(v.purchased_on, v.registered_on, :as_of)) as price_cap,
           (select max(c.value) from vehicle_displacement_cap c
             where c.division = i.division and c.type = v.type and c.body = v.body and c.valid @> coalesce(v.purchased_on, v.registered_on, :as_of)) as displacement_cap
      from vehicle v
      join institution i on i.id = v.institution_id
     where v.acquisition = 'LEASE'
       and (v.retired_on is null or v.retired_on > :as_of)
       and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
),
over as (
    select l.*, coalesce(l.price > l.price_cap, false) as too_dear,
           coalesce(not l.new_energy and l.displacement > l.displacement_cap, false) as too_big
      from leased l
)
select id as subject_id, institution_id, plate as title, type, body,
       case when too_big then displacement else price end as actual, case when too_big then displacement_cap else price_cap end as "limit",
       case when too_big then displacement - displacement_cap else price - price_cap end as excess, case when too_big then 'L' else '元' end as unit,
       concat_ws('，', case when too_big then '排气量 ' || trim_scale(displacement) || ' L，高于 ' || trim_scale(displacement_cap) || ' L' end,
                      case when too_dear then '车价 ' || trim_scale(price) || ' 元，高于 ' || trim_scale(price_cap) || ' 元' end) as problem_zh,
       concat_ws(', ', case when too_big then 'displacement ' || trim_scale(displacement) || ' L above ' || trim_scale(displacement_cap) || ' L' end,
                      case when too_dear then 'price ' || trim_scale(price) || ' yuan above ' || trim_scale(price_cap) end) as problem_en,
       (select jsonb_agg(jsonb_build_object('what', what, 'value', value, 'cap', cap, 'unit', unit))
          from (values ('PRICE', price, price_cap, '元', too_dear), ('DISPLACEMENT', displacement, displacement_cap, 'L', too_big)) e(what, value, cap, unit, over)
         where e.over) as evidence
  from over
 where too_big or too_dear
