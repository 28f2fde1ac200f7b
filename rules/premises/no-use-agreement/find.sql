with used as (
    select institution_id, building_id, count(*) as rooms, sum(usable_area) as area
      from room
     group by institution_id, building_id
)
select u.institution_id as subject_id, u.institution_id, b.code as episode, i.name || ' ' || b.name as title,
       u.area as actual, u.rooms,
       jsonb_build_array(jsonb_build_object(
           'building', b.name, 'rooms', u.rooms, 'area', u.area, 'last_agreement', last.agreement_no, 'last_ended', last.ends_on)) as evidence
  from used u
  join building b on b.id = u.building_id
  join institution i on i.id = u.institution_id
  left join lateral (
      select a.agreement_no, a.ends_on
        from use_agreement a
       where a.institution_id = u.institution_id and a.building_id = u.building_id and a.ends_on < :as_of
       order by a.ends_on desc limit 1) last on true
 where :as_of >= date '2017-12-05'
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   -- the bureau itself: nobody signs an agreement with himself
   and (b.title_status = 'REGISTERED_TO_BUREAU' and b.title_holder = i.name) is not true
   -- leased premises stand on their lease
   and b.acquisition <> 'LEASED'
   and not exists (select from lease l
                    where l.institution_id = u.institution_id and l.building_id = u.building_id and not l.outward
                      and l.starts_on <= :as_of and (l.ends_on is null or l.ends_on >= :as_of))
   and not exists (select from use_agreement a
                    where a.institution_id = u.institution_id and a.building_id = u.building_id
                      and a.starts_on <= :as_of and (a.ends_on is null or a.ends_on >= :as_of))
