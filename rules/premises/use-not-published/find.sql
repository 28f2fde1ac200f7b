with kept as (
    select left(i.division, 4) as city, min(f.year) as since
      from premises_filing f
      join institution i on i.id = f.institution_id
     where f.kind = 'INTERNAL_PUBLICITY'
     group by 1
),
used as (select institution_id, count(*) as rooms, sum(usable_area) as area from room where use = 'OFFICE' group by institution_id)
select i.id as subject_id, i.id as institution_id, y.year::text as episode, i.name as title, y.year, u.rooms, make_date(y.year, 12, 31) as judged_on,
       jsonb_build_array(jsonb_build_object('year', y.year, 'rooms', u.rooms, 'area', u.area)) as evidence
  from used u
  join institution i on i.id = u.institution_id
  join kept k on k.city = left(i.division, 4)
 cross join lateral (select generate_series(greatest(k.since, 2018), extract(year from :as_of)::int - 1) as year) y
 where (i.dissolved_on is null or i.dissolved_on > :as_of)
   and (i.established_on is null or i.established_on < make_date(y.year, 1, 1))
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
   and not exists (select from premises_filing f
                    where f.institution_id = i.id and f.year = y.year and f.kind = 'INTERNAL_PUBLICITY' and f.filed_on <= :as_of)
