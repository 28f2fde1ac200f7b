with kept as (
    select left(i.division, 4) as city, min(f.year) as since
      from premises_filing f
      join institution i on i.id = f.institution_id
     where f.kind = 'LEADER_OFFICES'
     group by 1
),
led as (
    select r.institution_id, count(distinct o.person_id) as leaders
      from occupancy o
      join room r on r.id = o.room_id and r.use = 'OFFICE'
      join person p on p.id = o.person_id and (p.rank like '%\_CHIEF' or p.rank like '%\_DEPUTY') and p.rank not like '%\_DIVISION\_%'
     where o.starts_on <= :as_of and (o.ends_on is null or o.ends_on >= :as_of)
     group by r.institution_id
)
select i.id as subject_id, i.id as institution_id, y.year::text as episode, i.name as title, y.year, l.leaders, make_date(y.year, 12, 31) as judged_on,
       jsonb_build_array(jsonb_build_object('year', y.year, 'leaders', l.leaders)) as evidence
  from led l
  join institution i on i.id = l.institution_id
  join kept k on k.city = left(i.division, 4)
 cross join lateral (select generate_series(greatest(k.since, 2018), extract(year from :as_of)::int - 1) as year) y
 where (i.dissolved_on is null or i.dissolved_on > :as_of)
   and (i.established_on is null or i.established_on < make_date(y.year, 1, 1))
   and not exists (select from premises_filing f
                    where f.institution_id = i.id and f.year = y.year and f.kind = 'LEADER_OFFICES' and f.filed_on <= :as_of)
