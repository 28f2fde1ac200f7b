with used as (
    select institution_id, building_id, count(*) as rooms, sum(usable_area) as area
      from room
     group by institution_id, building_id
),
agreed as (
    -- several agreements over one building add up
    select institution_id, building_id, sum(area) as area,
           jsonb_agg(jsonb_build_object('agreement_no', agreement_no, 'agreed', area, 'starts_on', starts_on, 'ends_on', ends_on)
                     order by agreement_no) as evidence
      from use_agreement
     where starts_on <= :as_of and (ends_on is null or ends_on >= :as_of)
     group by institution_id, building_id
)
select u.institution_id as subject_id, u.institution_id, b.code as episode, i.name || ' ' || b.name as title,
       u.rooms, u.area as actual, a.area as "limit", u.area - a.area as excess, a.evidence
  from used u
  join agreed a using (institution_id, building_id)
  join building b on b.id = u.building_id
  join institution i on i.id = u.institution_id
 where :as_of >= date '2012-10-01'
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   and u.area > a.area
