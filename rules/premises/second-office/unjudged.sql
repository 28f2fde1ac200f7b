with unlimited as materialized (
    select p.id, p.institution_id
      from person p
      join institution i on i.id = p.institution_id
     where :judged(p.institution_id) and p.rank not like '%\_STAFF'
       and not exists (select from office_area_per_person a
                        where a.division = i.division and a.level = i.level and a.rank = p.rank and a.valid @> :as_of)
)
select u.institution_id, 'RANK_HAS_NO_LIMIT' as reason, count(*) as objects
  from unlimited u
  join (select o.person_id
          from occupancy o
          join room r on r.id = o.room_id and r.use = 'OFFICE'
         where o.person_id in (select id from unlimited) and o.starts_on <= :as_of and (o.ends_on is null or o.ends_on >= :as_of)
         group by o.person_id
        having count(*) > 1) several on several.person_id = u.id
 group by u.institution_id
