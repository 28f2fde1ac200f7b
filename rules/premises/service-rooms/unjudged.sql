select i.id as subject_id, i.id as institution_id, case when p.posts is null then 'NO_ESTABLISHMENT' else 'LEVEL_HAS_NO_LIMIT' end as reason,
       1 as objects
  from institution i
  left join (select institution_id, nullif(sum(headcount), 0) as posts
               from establishment where starts_on <= :as_of and (ends_on is null or ends_on >= :as_of) group by institution_id) p
         on p.institution_id = i.id
 where (i.dissolved_on is null or i.dissolved_on > :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and i.id in (select institution_id from room where use = 'SERVICE')
   and (p.posts is null
        or not exists (select from service_area_per_post a
                        where a.division = i.division and a.level = i.level and a.valid @> :as_of))
