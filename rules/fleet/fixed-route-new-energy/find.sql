select v.id as subject_id, v.institution_id, v.plate as title, v.energy, v.purchased_on, v.purchased_on as judged_on, 'FIXED_ROUTE' as scope,
       jsonb_build_array(jsonb_build_object('plate', v.plate, 'energy', v.energy, 'purchased_on', v.purchased_on)) as evidence
  from vehicle v
  join institution i on i.id = v.institution_id
  join new_energy_share s on s.division = i.division and s.scope = 'FIXED_ROUTE' and s.valid @> v.purchased_on and s.value >= 1
 where v.fixed_route and not v.new_energy and v.acquisition = 'PURCHASE' and v.purchased_on <= :as_of
   and (v.retired_on is null or v.retired_on > :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
