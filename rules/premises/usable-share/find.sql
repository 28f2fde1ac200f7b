select b.id as subject_id, b.institution_id, b.name as title, trunc(b.usable_area * 100 / b.building_area, 2) as actual,
       trim_scale(k.value * 100) as "limit", trim_scale(k.value * 100) - trunc(b.usable_area * 100 / b.building_area, 2) as excess,
       b.building_area, b.usable_area, h.height_zh, h.height_en,
       jsonb_build_array(jsonb_build_object('building_area', b.building_area, 'usable_area', b.usable_area, 'storeys', b.storeys, 'built_on', b.built_on)) as evidence
  from building b
  join institution i on i.id = b.institution_id
 cross join lateral (select case when b.high_rise then 'HIGH_RISE' else 'MULTI_STOREY' end as height,
                            case when b.high_rise then '高层' else '多层' end as height_zh, case when b.high_rise then 'high' else 'low' end as height_en) h
  join usable_area_share k on k.division = i.division and k.height = h.height and k.valid @> :as_of
 where b.usable_area < b.building_area * k.value
