with posts as (
    select e.institution_id, sum(e.headcount) as posts, sum(e.headcount * a.value) as office_area
      from establishment e
      join institution i on i.id = e.institution_id
      left join office_area_per_person a
             on a.division = i.division and a.level = i.level and a.rank = e.rank and a.valid @> :as_of
     where e.headcount > 0 and e.starts_on <= :as_of and (e.ends_on is null or e.ends_on >= :as_of)
       and (i.dissolved_on is null or i.dissolved_on > :as_of)
       -- the standard is one for organs and the public institutions that follow them
       and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
     group by e.institution_id
    -- a rank without a limit: no verdict on the institution
    having count(*) = count(a.value)
),
vehicles as (
    select institution_id, sum(quota) as spaces
      from vehicle_quota
     where starts_on <= :as_of and (ends_on is null or ends_on >= :as_of)
     group by institution_id
),
rooms as (
    select building_id, institution_id, sum(usable_area) as area,
           coalesce(sum(usable_area) filter (where use <> 'TECHNICAL'), 0) as counted,
           coalesce(sum(usable_area) filter (where use = 'ANCILLARY'), 0) as annex
      from room
     group by building_id, institution_id
),
-- what is not known to be rooms of somebody else is never laid to anybody's charge
used as (
    select r.institution_id, b.name as place, b.high_rise, b.building_area * r.counted / w.whole as area, b.building_area * r.annex / w.whole as annex
      from rooms r
      join building b on b.id = r.building_id
      join institution i on i.id = r.institution_id
      join usable_area_share k
        on k.division = i.division and k.valid @> :as_of
       and k.height = case when b.high_rise then 'HIGH_RISE' else 'MULTI_STOREY' end
      join (select building_id, sum(area) as area from rooms group by building_id) n on n.building_id = b.id
     cross join lateral (select greatest(coalesce(b.usable_area, b.building_area * k.value), n.area) as whole) w
    union all
    select b.institution_id, b.name, b.high_rise, b.building_area, 0
      from building b
     where not exists (select from rooms r where r.building_id = b.id)
       and not exists (select from use_agreement u where u.building_id = b.id and u.institution_id <> b.institution_id)
    union all
    select l.institution_id, l.place, false, l.area, 0
      from lease l
     where not l.outward and l.building_id is null and l.starts_on <= :as_of and (l.ends_on is null or l.ends_on >= :as_of)
       -- the contract of a leased building that is on the books, by its name or its area, is not a second one
       and not exists (select from building b where b.institution_id = l.institution_id and b.acquisition = 'LEASED'
                          and (b.building_area = l.area or position(b.name in l.place) > 0 or position(l.place in b.name) > 0))
),
held as (
    select institution_id, sum(area) as area, sum(annex) as annex, bool_or(high_rise) as high_rise,
           jsonb_agg(jsonb_build_object('place', place, 'area', round(area, 2)) order by area desc, place) as evidence
      from used
     group by institution_id
),
standard as (
    select i.id, i.name, p.posts, p.office_area, b.per_post * p.posts as service_area, h.area, h.evidence, k.value as k, e.value as equipment,
           -- guards, civil defence and the like are fixed by others: what is recorded as annex is taken as approved
           greatest(c.canteen_area + g.garage, h.annex) as annex_area
      from posts p
      join held h using (institution_id)
      join institution i on i.id = p.institution_id
      left join vehicles v using (institution_id)
      join usable_area_share k
        on k.division = i.division and k.valid @> :as_of
       and k.height = case when h.high_rise then 'HIGH_RISE' else 'MULTI_STOREY' end
      join equipment_area_share e on e.division = i.division and e.valid @> :as_of
     cross join lateral (
         select case when before is null then after_value
                     when after is null or after = before then before_value
                     else before_value + (after_value - before_value) * (p.posts - before) / (after - before) end as per_post
           from (select max(posts) filter (where posts <= p.posts) as before,
                        min(posts) filter (where posts >= p.posts) as after,
                        (array_agg(value order by posts desc) filter (where posts <= p.posts))[1] as before_value,
                        (array_agg(value order by posts) filter (where posts >= p.posts))[1] as after_value
                   from (select a.posts, a.value
                           from service_area_per_post a
                          where a.division = i.division and a.level = i.level and a.valid @> :as_of) points) ends
     ) b
     cross join lateral (
         select coalesce(sum(step * greatest(p.posts - above, 0)), 0) as canteen_area
           from (select above, value - lag(value, 1, 0) over (order by above) as step
                   from canteen_area_per_post where division = i.division and valid @> :as_of) tranche
     ) c
     cross join lateral (
         select coalesce(sum(step * greatest(coalesce(v.spaces, 0) - above, 0)), 0) as garage
           from (select above, value - lag(value, 1, 0) over (order by above) as step
                   from garage_area_per_vehicle where division = i.division and valid @> :as_of) tranche
     ) g
),
judged as (
    select *, round((office_area + service_area) * (1 + equipment) / k + annex_area, 2) as allowed, round(area, 2) as actual from standard
)
select id as subject_id, id as institution_id, name as title, actual, allowed as "limit", actual - allowed as excess, posts,
       round(office_area, 2) as office_area, round(service_area, 2) as service_area, round(annex_area, 2) as annex_area, evidence
  from judged
 where actual > allowed
