with rooms as (
    select building_id, count(*) as rooms, sum(usable_area) as area from room group by building_id
)
select b.id as subject_id, b.institution_id, b.name as title, r.area as actual, w.area as "limit", r.area - w.area as excess, r.rooms,
       case when b.usable_area is null then '建筑面积' else '使用面积' end as what_zh,
       case when b.usable_area is null then 'building area' else 'usable area' end as what_en,
       (select jsonb_agg(jsonb_build_object('institution', u.name, 'rooms', u.rooms, 'area', u.area) order by u.area desc, u.name)
          from (select coalesce(n.name, '') as name, count(*) as rooms, sum(x.usable_area) as area
                  from room x
                  left join institution n on n.id = x.institution_id
                 where x.building_id = b.id
                 group by 1) u) as evidence
  from rooms r
  join building b on b.id = r.building_id
  join institution i on i.id = b.institution_id
  join book_area_tolerance t on t.division = i.division and t.valid @> :as_of
 cross join lateral (select coalesce(b.usable_area, b.building_area) as area) w
 where r.area > w.area * (1 + t.value)
