with limited as (
    select i.id as institution_id, a.rank
      from institution i
      join office_area_per_person a on a.division = i.division and a.level = i.level and a.valid @> :as_of
)
select r.id as subject_id, r.institution_id, min(reason) as reason, 1 as objects
  from occupancy o
  join room r on r.id = o.room_id and r.use = 'OFFICE'
  left join person p on p.id = o.person_id
  left join limited l on l.institution_id = p.institution_id and l.rank = p.rank
 cross join lateral (select case when o.person_id is null then 'OCCUPIED_BY_A_DEPARTMENT'
                                 when p.id is null then 'OCCUPANT_UNKNOWN'
                                 when l.rank is null then 'RANK_HAS_NO_LIMIT' end as reason) why
 where reason is not null and o.starts_on <= :as_of and (o.ends_on is null or o.ends_on >= :as_of)
 group by r.id, r.institution_id
