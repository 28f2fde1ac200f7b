with posts as (
    select institution_id, sum(headcount) as posts
      from establishment
     where starts_on <= :as_of and (ends_on is null or ends_on >= :as_of)
     group by institution_id
    having sum(headcount) > 0
),
served as (
    select institution_id, count(*) as rooms, sum(usable_area) as area
      from room where use = 'SERVICE' group by institution_id
),
allowed as (
    select i.id, i.name, p.posts, s.rooms, s.area, l.per_post, round(l.per_post * p.posts, 2) as area_limit
      from served s
      join posts p using (institution_id)
      join institution i on i.id = s.institution_id
     cross join lateral (
         -- the point before x and the point after it; between them a straight line
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
     ) l
     where (i.dissolved_on is null or i.dissolved_on > :as_of)
       -- the standard is one for organs and the public institutions that follow them
       and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
),
over as (select * from allowed where area > area_limit)
select over.id as subject_id, over.id as institution_id, over.name as title, over.area as actual, over.area_limit as "limit",
       over.area - over.area_limit as excess, over.posts, over.rooms, round(over.per_post, 3) as per_post, e.evidence
  from over
  join (select institution_id, jsonb_agg(jsonb_build_object('number', title, 'area', usable_area) order by usable_area desc, title) as evidence
          from room
         where use = 'SERVICE' and institution_id in (select id from over)
         group by institution_id) e on e.institution_id = over.id
