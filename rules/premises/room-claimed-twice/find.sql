with recursive twice as (
    select r.id, r.building_id, r.number, r.institution_id, r.title, r.use, r.usable_area
      from room r
     where (r.building_id, r.number) in (select building_id, number from room
                                          group by building_id, number having count(distinct institution_id) > 1)
), above as (
    -- every institution from the one that booked it upwards, and by which branch below it the room comes
    select t.id, t.building_id, t.number, t.institution_id as root, t.institution_id as branch, array[t.institution_id] as way
      from twice t
    union all
    select a.id, a.building_id, a.number, i.parent_id, a.root, a.way || i.parent_id
      from above a
      join institution i on i.id = a.root
     where i.parent_id is not null and i.parent_id <> all (a.way)
), claims as (
    -- only where two branches meet is one who sees both, and no lower one does
    select building_id, number, root from above group by building_id, number, root having count(distinct branch) > 1
)
select (array_agg(t.id order by t.id))[1] as subject_id, m.root as institution_id, i.code as episode, min(t.title) as title,
       string_agg(distinct h.name, '、' order by h.name) as institutions,
       jsonb_agg(jsonb_build_object('room', t.title, 'institution', h.name, 'use', t.use, 'area', t.usable_area)
                 order by h.name, t.id) as evidence
  from claims m
  join above a on a.building_id = m.building_id and a.number = m.number and a.root = m.root
  join twice t on t.id = a.id
  join institution h on h.id = t.institution_id
  join institution i on i.id = m.root
 where :as_of >= date '2017-12-05'
 group by m.building_id, m.number, m.root, i.code
