with monthly as (
    -- a row of the whole institution stands before the rows of its buildings
    -- what charges vehicles is transport and left out
    select institution_id, month, coalesce(max(amount - coalesce(vehicle_amount, 0)) filter (where building_id is null), sum(amount - coalesce(vehicle_amount, 0))) as amount
      from consumption
     where energy_kind = 'ELECTRICITY' and month <= :as_of
     group by institution_id, month
),
yearly as (
    select institution_id, extract(year from month)::int as year, sum(amount) as electricity
      from monthly
     group by 1, 2
),
judged as (
    select i.id, i.name, y.year, y.electricity, u.building_area, z.value as climate, n.value as allowed,
           y.electricity / nullif(u.building_area, 0) as per_area
      from yearly y
      join institution i on i.id = y.institution_id
      join energy_user u on u.institution_id = y.institution_id and u.year = y.year
      join climate_zone z on z.division = i.division and z.valid @> make_date(y.year, 12, 31)
      join non_heating_energy n
        on n.division = i.division and n.climate = z.value and n.class = 'B' and n.kind = 'CONSTRAINT' and n.valid @> make_date(y.year, 12, 31)
     -- where electricity may heat it cannot be told apart
     where coalesce(u.heated_area, 0) = 0
       -- the table has other numbers for the offices of business
       and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
)
select id as subject_id, id as institution_id, year::text as episode, name as title, year, round(per_area, digits) as actual, allowed as "limit",
       round(per_area, digits) - allowed as excess, climate, 'B' as class, 'CONSTRAINT' as kind, make_date(year, 12, 31) as judged_on,
       jsonb_build_array(jsonb_build_object('year', year, 'electricity', electricity, 'area', building_area, 'climate', climate)) as evidence
  from judged
 cross join lateral (select case when round(per_area, 2) > allowed then 2 when round(per_area, 4) > allowed then 4 else 8 end as digits) shown
 where per_area > allowed
