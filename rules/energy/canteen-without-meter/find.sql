with kitchen as (
    select a.institution_id, a.building_id, sum(a.usable_area) as area from room_annex a where a.annex_kind = 'CANTEEN' group by a.institution_id, a.building_id
)
select c.institution_id as subject_id, c.institution_id, b.code as episode, i.name as title, b.name as building, c.area,
       jsonb_build_array(jsonb_build_object('building', b.name, 'area', c.area)) as evidence
  from kitchen c
  join institution i on i.id = c.institution_id
  join building b on b.id = c.building_id
 where :as_of >= date '2008-10-01'
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and not exists (select from key_area_meter m
                    -- one that names no building may be this canteen's
                    where (m.building_id = c.building_id or m.building_id is null and m.institution_id = c.institution_id) and m.key_area = 'CANTEEN'
                      and (m.installed_on is null or m.installed_on <= :as_of) and (m.removed_on is null or m.removed_on > :as_of))
