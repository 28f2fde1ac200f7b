with used as (
    select r.institution_id, r.building_id, count(*) as rooms, sum(r.usable_area) as area
      from room r
      join institution i on i.id = r.institution_id and i.kind in ('COMMERCIAL_INSTITUTION', 'STATE_ENTERPRISE', 'ASSOCIATION')
     group by r.institution_id, r.building_id
)
select u.institution_id as subject_id, u.institution_id, b.code as episode, i.name as title, i.kind, h.name as holder, b.name as building,
       u.rooms, u.area as actual,
       jsonb_build_array(jsonb_build_object('building', b.name, 'holder', h.name, 'rooms', u.rooms, 'area', u.area)) as evidence
  from used u
  join institution i on i.id = u.institution_id
  join building b on b.id = u.building_id
  -- in a building of their own kind they are at home
  join institution h on h.id = b.institution_id and h.kind not in ('COMMERCIAL_INSTITUTION', 'STATE_ENTERPRISE', 'ASSOCIATION')
 where :as_of >= date '2017-12-05'
   and (i.dissolved_on is null or i.dissolved_on > :as_of)
   and not exists (select from use_agreement a
                    where a.institution_id = u.institution_id and a.building_id = u.building_id
                      and a.starts_on <= :as_of and a.ends_on >= :as_of)
   -- let to them as a disposal of idle premises
   and not exists (select from lease l
                    where l.outward and l.building_id = u.building_id and l.counterparty = i.name and coalesce(trim(l.disposal_no), '') <> ''
                      and l.starts_on <= :as_of and (l.ends_on is null or l.ends_on >= :as_of))
