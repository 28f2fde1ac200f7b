with recursive held as (
    select v.id, v.plate, v.institution_id, v.brand_model, v.registered_on
      from vehicle v
     where v.retired_on is null or v.retired_on > :as_of
), twice as (
    select h.* from held h
     where h.plate in (select plate from held group by plate having count(distinct institution_id) > 1)
), above as (
    -- every institution from the holder upwards, and by which branch below it the vehicle lies
    select t.id, t.plate, t.institution_id as root, t.institution_id as branch, array[t.institution_id] as way
      from twice t
    union all
    select a.id, a.plate, i.parent_id, a.root, a.way || i.parent_id
      from above a
      join institution i on i.id = a.root
     where i.parent_id is not null and i.parent_id <> all (a.way)
), claims as (
    -- only where two branches meet is one who sees both, and no lower one does
    select plate, root from above group by plate, root having count(distinct branch) > 1
)
select (array_agg(t.id order by t.id))[1] as subject_id, m.root as institution_id, i.code as episode, m.plate as title,
       string_agg(distinct h.name, '、' order by h.name) as institutions,
       jsonb_agg(jsonb_build_object('plate', t.plate, 'institution', h.name, 'brand_model', t.brand_model,
                                    'registered_on', t.registered_on) order by h.name, t.id) as evidence
  from claims m
  join above a on a.plate = m.plate and a.root = m.root
  join twice t on t.id = a.id
  join institution h on h.id = t.institution_id
  join institution i on i.id = m.root
 where :as_of >= date '2017-12-05'
 group by m.plate, m.root, i.code
