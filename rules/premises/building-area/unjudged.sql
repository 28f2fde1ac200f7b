select i.id as subject_id, i.id as institution_id,
       case when e.posts is null then 'NO_ESTABLISHMENT'
            when e.without_limit > 0 then 'RANK_HAS_NO_LIMIT'
            else 'LEVEL_HAS_NO_LIMIT' end as reason, 1 as objects
  from institution i
  left join (select e.institution_id, sum(e.headcount) as posts, count(*) filter (where a.value is null) as without_limit
               from establishment e
               join institution i on i.id = e.institution_id
               left join office_area_per_person a
                      on a.division = i.division and a.level = i.level and a.rank = e.rank and a.valid @> :as_of
              where e.headcount > 0 and e.starts_on <= :as_of and (e.ends_on is null or e.ends_on >= :as_of)
              group by e.institution_id) e on e.institution_id = i.id
 where (i.dissolved_on is null or i.dissolved_on > :as_of)
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and i.id in (select institution_id from room union all select institution_id from building
                union all select institution_id from lease where not outward)
   and (e.posts is null or e.without_limit > 0
        or not exists (select from service_area_per_post s
                        where s.division = i.division and s.level = i.level and s.valid @> :as_of))
