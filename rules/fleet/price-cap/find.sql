with bought as (
    select v.id, v.institution_id, v.plate, v.brand_model, v.type, v.body, v.new_energy, v.price, v.displacement, v.purchased_on, v.registered_on, i.division,
           -- bought nobody knows when: not after it was registered, nor long before
           coalesce(v.purchased_on, v.registered_on - l.value::int) as earliest, coalesce(v.purchased_on, v.registered_on) as latest,
           coalesce(trim(v.special_need), '') <> '' as special
      from vehicle v
      join institution i on i.id = v.institution_id
      left join purchase_to_registration_days l on l.division = i.division and l.valid @> v.registered_on
     where coalesce(v.purchased_on, v.registered_on) <= :as_of
       and v.acquisition not in ('LEASE', 'LOAN')
       and (v.retired_on is null or v.retired_on > :as_of)
       -- the caps are those of organs and the public institutions that follow them
       and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
),
cap as (
    select b.id,
           max(c.value) filter (where c.what = 'PRICE' and c.tier = 'NORMAL') as price_normal,
           max(c.value) filter (where c.what = 'PRICE' and c.tier = 'SPECIAL') as price_special,
           max(c.value) filter (where c.what = 'PRICE' and c.tier = 'NEW_ENERGY') as price_new_energy,
           max(c.value) filter (where c.what = 'DISPLACEMENT' and c.tier = 'NORMAL') as displacement_normal,
           max(c.value) filter (where c.what = 'DISPLACEMENT' and c.tier = 'SPECIAL') as displacement_special
      from bought b
      join (select 'PRICE' as what, division, type, body, tier, value, valid from vehicle_price_cap
            union all
            select 'DISPLACEMENT', division, type, body, tier, value, valid from vehicle_displacement_cap) c
        on c.division = b.division and c.type = b.type and c.body = b.body
       -- of the caps of those days the widest, where there was one on the first of them
       and c.valid && daterange(b.earliest, b.latest, '[]')
     where b.earliest is not null
     group by b.id
    having bool_or(c.valid @> b.earliest)
),
judged as (
    select b.*, t.tier,
           case t.tier when 'NEW_ENERGY' then price_new_energy when 'SPECIAL' then price_special when 'NORMAL' then price_normal end as price_cap,
           case t.tier when 'SPECIAL' then displacement_special when 'NORMAL' then displacement_normal end as displacement_cap
      from bought b
      join cap using (id)
     cross join lateral (
         -- buses are only known as special cases; a sedan has no wider limit but for law enforcement
         select case when b.new_energy and price_new_energy is not null and not (b.special and price_special > price_new_energy) then 'NEW_ENERGY'
                     when b.special and price_special is not null then 'SPECIAL'
                     when price_normal is null then 'SPECIAL'
                     else 'NORMAL' end as tier) t
),
over as (
    select j.*, coalesce(j.price > j.price_cap, false) as too_dear,
           coalesce(not j.new_energy and j.displacement > j.displacement_cap, false) as too_big
      from judged j
)
select id as subject_id, institution_id, plate as title, type, body, tier, purchased_on, registered_on, latest as judged_on,
       case when purchased_on is null then '购置日期未登记，' || registered_on || ' 注册登记' else purchased_on || ' 购置' end as bought_zh,
       case when purchased_on is null then 'day of purchase unknown, registered ' || registered_on else 'bought ' || purchased_on end as bought_en,
       -- the cap is that of the day of purchase: without it a person has to look
       case when purchased_on is null then 'SUSPICION' else 'VIOLATION' end as severity,
       case when too_dear then price else displacement end as actual,
       case when too_dear then price_cap else displacement_cap end as "limit",
       case when too_dear then price - price_cap else displacement - displacement_cap end as excess,
       case when too_dear then '元' else 'L' end as unit,
       concat_ws('，', case when too_dear then '价格 ' || trim_scale(price) || ' 元，高于上限 ' || trim_scale(price_cap) || ' 元' end,
                      case when too_big then '排气量 ' || trim_scale(displacement) || ' L，高于上限 ' || trim_scale(displacement_cap) || ' L' end) as problem_zh,
       concat_ws(', ', case when too_dear then 'price ' || trim_scale(price) || ' yuan above the cap of ' || trim_scale(price_cap) end,
                      case when too_big then 'displacement ' || trim_scale(displacement) || ' L above the cap of ' || trim_scale(displacement_cap) || ' L' end) as problem_en,
       (select jsonb_agg(jsonb_build_object('what', what, 'value', value, 'cap', cap, 'unit', unit, 'type', type, 'body', body, 'tier', tier))
          from (values ('PRICE', price, price_cap, '元', too_dear), ('DISPLACEMENT', displacement, displacement_cap, 'L', too_big)) e(what, value, cap, unit, over)
         where e.over) as evidence
  from over
 where too_dear or too_big
