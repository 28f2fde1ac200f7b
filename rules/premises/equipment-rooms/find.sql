with area as (
    select building_id, coalesce(sum(usable_area) filter (where use = 'EQUIPMENT'), 0) as equipment,
           sum(usable_area) filter (where use in ('OFFICE', 'SERVICE')) as basic
      from room
     group by building_id
),
over as (
    select b.id, b.institution_id, b.name, a.equipment, a.basic, e.value, trim_scale(a.basic * e.value) as allowed
      from area a
      join building b on b.id = a.building_id
      join institution i on i.id = b.institution_id
      join equipment_area_share e on e.division = i.division and e.valid @> :as_of
     where a.equipment > a.basic * e.value
)
select o.id as subject_id, o.institution_id, o.name as title, o.equipment as actual, o.allowed as "limit", o.equipment - o.allowed as excess,
       o.basic, trim_scale(o.value * 100) as share,
       (select jsonb_agg(jsonb_build_object('number', r.number, 'institution', u.name, 'area', r.usable_area) order by r.usable_area desc, r.number)
          from room r
          left join institution u on u.id = r.institution_id
         where r.building_id = o.id and r.use = 'EQUIPMENT') as evidence
  from over o
