select c.institution_id as subject_id, c.institution_id, c.contract_no as episode, i.name as title, c.supplier, c.contract_no,
       jsonb_build_array(jsonb_build_object('contract_no', c.contract_no, 'building', b.name, 'supplier', c.supplier, 'starts_on', c.starts_on,
                                            'ends_on', c.ends_on)) as evidence
  from property_contract c
  join institution i on i.id = c.institution_id
  left join building b on b.id = c.building_id
 where c.energy_clause is false
   and c.starts_on <= :as_of and (c.ends_on is null or c.ends_on >= :as_of) and :as_of >= date '2008-10-01'
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
