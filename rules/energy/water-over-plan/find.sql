with monthly as (
    -- a row of the whole institution stands before the rows of its buildings
    select institution_id, month, case when bool_or(building_id is null) then sum(amount) filter (where building_id is null) else sum(amount) end as amount
      from consumption
     where energy_kind = 'WATER' and month <= :as_of
     group by institution_id, month
),
used as (
    select p.institution_id, p.year, p.quarter, p.amount as planned, sum(m.amount) as amount, count(*) as months
      from water_plan p
      join monthly m on m.institution_id = p.institution_id
                    and m.month >= make_date(p.year, p.quarter * 3 - 2, 1) and m.month < make_date(p.year, p.quarter * 3 - 2, 1) + interval '3 months'
     where make_date(p.year, p.quarter * 3 - 2, 1) + interval '3 months' <= :as_of
     group by p.institution_id, p.year, p.quarter, p.amount
)
select u.institution_id as subject_id, u.institution_id, u.year || 'Q' || u.quarter as episode, i.name as title, u.year || 'Q' || u.quarter as quarter,
       trim_scale(u.amount) as actual, trim_scale(round(u.planned * (1 + s.value), 3)) as "limit", trim_scale(u.planned) as planned,
       round((u.amount - u.planned) * 100 / u.planned, 1) as percent, trim_scale(s.value * 100) as share,
       jsonb_build_array(jsonb_build_object('quarter', u.year || 'Q' || u.quarter, 'planned', u.planned, 'used', u.amount, 'months', u.months)) as evidence
  from used u
  join institution i on i.id = u.institution_id
  join water_over_plan_share s on s.division = i.division and s.span = 'QUARTER' and s.valid @> make_date(u.year, u.quarter * 3, 1)
 where u.amount > u.planned * (1 + s.value)
