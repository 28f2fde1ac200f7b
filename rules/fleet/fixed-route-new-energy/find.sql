select v.id as subject_id, v.institution_id, v.plate as title, v.energy, v.purchased_on, v.purchased_on as judged_on, asked.scope,
       case asked.scope when 'FIXED_ROUTE' then '用于固定路线' else '用于机要通信' end as use_zh,
       case asked.scope when 'FIXED_ROUTE' then 'a fixed route' else 'confidential communication' end as use_en,
       jsonb_build_array(jsonb_build_object('plate', v.plate, 'type', v.type, 'energy', v.energy, 'purchased_on', v.purchased_on)) as evidence
  from vehicle v
  join institution i on i.id = v.institution_id
 cross join lateral (select s.scope
                       from new_energy_share s
                      where s.division = i.division and s.valid @> v.purchased_on and s.value >= 1
                        and (s.scope = 'FIXED_ROUTE' and v.fixed_route or s.scope = 'CONFIDENTIAL_COMMUNICATION' and v.type = 'CONFIDENTIAL_COMMUNICATION')
                      order by s.scope desc limit 1) asked
 where not v.new_energy and v.acquisition = 'PURCHASE' and v.purchased_on <= :as_of
   and (v.retired_on is null or v.retired_on > :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
