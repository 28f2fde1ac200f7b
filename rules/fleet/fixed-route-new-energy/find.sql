select distinct on (v.id) v.id as subject_id, v.institution_id, v.plate as title, v.energy, v.purchased_on, b.latest as judged_on,
       case when v.purchased_on is null then '购置日期未登记，' || v.registered_on || ' 注册登记' else v.purchased_on || ' 购置' end as bought_zh,
       case when v.purchased_on is null then 'day of purchase unknown, registered ' || v.registered_on else 'bought ' || v.purchased_on end as bought_en,
       asked.scope,
       case asked.scope when 'FIXED_ROUTE' then '用于固定路线' else '用于机要通信' end as use_zh,
       case asked.scope when 'FIXED_ROUTE' then 'a fixed route' else 'confidential communication' end as use_en,
       jsonb_build_array(jsonb_build_object('plate', v.plate, 'type', v.type, 'energy', v.energy, 'purchased_on', v.purchased_on)) as evidence
  from vehicle v
  join institution i on i.id = v.institution_id
  left join purchase_to_registration_days l on l.division = i.division and l.valid @> v.registered_on
 cross join lateral (select coalesce(v.purchased_on, v.registered_on - l.value::int) as earliest, coalesce(v.purchased_on, v.registered_on) as latest) b
  join new_energy_share asked
    on asked.division = i.division and asked.value >= 1 and b.earliest is not null and asked.valid @> daterange(b.earliest, b.latest, '[]')
   and (asked.scope = 'FIXED_ROUTE' and v.fixed_route or asked.scope = 'CONFIDENTIAL_COMMUNICATION' and v.type = 'CONFIDENTIAL_COMMUNICATION')
 where :judged(v.institution_id) and not v.new_energy and v.acquisition = 'PURCHASE' and b.latest <= :as_of
   and (v.retired_on is null or v.retired_on > :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
 order by v.id, asked.scope desc
