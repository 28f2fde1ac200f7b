select p.institution_id, 'RANK_HAS_NO_LIMIT' as reason, count(*) as objects
  from person p
  join institution i on i.id = p.institution_id
  join (select o.person_id
          from occupancy o
          join room r on r.id = o.room_id and r.use = 'OFFICE'
         where o.person_id is not null and o.starts_on <= :as_of and (o.ends_on is null or o.ends_on >= :as_of)
         group by o.person_id
        having count(*) > 1) several on several.person_id = p.id
 where p.rank not like '%\_STAFF'
   and not exists (select from office_area_per_person a
                    where a.division = i.division and a.level = i.level and a.rank = p.rank and a.valid @> :as_of)
 group by p.institution_id
