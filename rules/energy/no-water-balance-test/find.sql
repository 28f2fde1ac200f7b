with planned as (
    select institution_id, year, sum(amount) as amount from water_plan group by institution_id, year having count(*) = 4
),
monthly as (
    -- a row of the whole institution stands before the rows of its buildings
    select institution_id, month, case when bool_or(building_id is null) then sum(amount) filter (where building_id is null) else sum(amount) end as amount
      from consumption
     where energy_kind = 'WATER' and month <= :as_of
     group by institution_id, month
),
used as (
    select p.institution_id, p.year, p.amount as planned, sum(m.amount) as amount
      from planned p
      join monthly m on m.institution_id = p.institution_id and extract(year from m.month) = p.year
     where p.year < extract(year from :as_of)
     group by p.institution_id, p.year, p.amount
)
select u.institution_id as subject_id, u.institution_id, u.year::text as episode, i.name as title, u.year, trim_scale(u.amount) as actual,
       trim_scale(round(u.planned * (1 + s.value), 3)) as "limit", trim_scale(u.planned) as planned, round((u.amount - u.planned) * 100 / u.planned, 1) as percent,
       trim_scale(s.value * 100) as share,
       jsonb_build_array(jsonb_build_object('year', u.year, 'planned', u.planned, 'used', u.amount)) as evidence
  from used u
  join institution i on i.id = u.institution_id
  join water_over_plan_share s on s.division = i.division and s.span = 'YEAR' and s.valid @> make_date(u.year, 12, 31)
 where u.amount >= u.planned * (1 + s.value)
   and not exists (select from energy_filing f
                    where f.institution_id = u.institution_id and f.year in (u.year, u.year + 1) and f.kind = 'WATER_BALANCE_TEST' and f.filed_on <= :as_of)
