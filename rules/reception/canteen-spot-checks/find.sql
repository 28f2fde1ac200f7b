with year as (
    select y as year from generate_series(2024, extract(year from :as_of)::int - 1) y
),
looked_after as (
    select b.id as bureau, c.id as canteen, y.year, c.name,
           exists (select from canteen_assessment a where a.canteen_id = c.id and a.kind = 'SPOT_CHECK' and extract(year from a.assessed_on) = y.year) as checked
      from canteen c
      join institution i on i.id = c.institution_id
      join institution b on b.id = i.parent_id and b.level = i.level
      cross join year y
     where coalesce(c.opened_on, '-infinity') <= make_date(y.year, 1, 1) and (c.closed_on is null or c.closed_on > make_date(y.year, 12, 31))
),
share as (
    select bureau, year, count(*) as canteens, count(*) filter (where checked) as checked,
           jsonb_agg(jsonb_build_object('canteen', name) order by name) filter (where not checked) as evidence
      from looked_after
     group by bureau, year
)
select s.bureau as subject_id, s.bureau as institution_id, s.year::text as episode, i.name as title, s.year, make_date(s.year, 1, 1) as judged_on, s.canteens,
       s.checked as actual, ceil(s.canteens * p.value) as "limit", ceil(s.canteens * p.value) - s.checked as excess, s.evidence
  from share s
  join institution i on i.id = s.bureau
  join canteen_spot_check_share p on p.division = i.division and p.valid @> make_date(s.year, 1, 1)
 where s.checked < s.canteens * p.value
