select r.id as subject_id, r.institution_id, min(reason) as reason, 1 as objects
  from room r
  join occupancy o on o.room_id = r.id and o.starts_on <= :as_of and (o.ends_on is null or o.ends_on >= :as_of)
  left join person p on p.id = o.person_id
  left join institution i on i.id = p.institution_id
  left join office_area_per_person a
         on a.division = i.division and a.level = i.level and a.rank = p.rank and a.valid @> :as_of
 cross join lateral (select case when o.person_id is null then 'OCCUPIED_BY_A_DEPARTMENT'
                                 when p.id is null then 'OCCUPANT_UNKNOWN'
                                 when a.value is null then 'RANK_HAS_NO_LIMIT' end as reason) why
 where r.use = 'OFFICE' and reason is not null
 group by r.id, r.institution_id
