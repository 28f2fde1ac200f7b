with posts as (
    select institution_id, sum(headcount) as posts
      from establishment
     where starts_on <= :as_of and (ends_on is null or ends_on >= :as_of)
     group by institution_id
    having sum(headcount) > 0
),
held as (select institution_id, sum(usable_area) as area from room_annex where annex_kind = 'CANTEEN' group by institution_id),
judged as (
    select i.id, i.name, p.posts, h.area, c.allowed
      from held h
      join posts p using (institution_id)
      join institution i on i.id = h.institution_id
     cross join lateral (
         select sum(step * greatest(p.posts - above, 0)) as allowed
           from (select above, value - lag(value, 1, 0) over (order by above) as step
                   from canteen_area_per_post where division = i.division and valid @> :as_of) tranche) c
     where (i.dissolved_on is null or i.dissolved_on > :as_of)
       and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
)
select j.id as subject_id, j.id as institution_id, j.name as title, j.area as actual, trim_scale(j.allowed) as "limit", j.area - trim_scale(j.allowed) as excess, j.posts,
       jsonb_build_array(jsonb_build_object('area', j.area, 'posts', j.posts)) as evidence
  from judged j
 where j.area > j.allowed
