with span as (
    select i.id as institution_id, i.name, i.division, s.value::int as base_year, e.value::int as last_year
      from institution i
      join plan_years s on s.division = i.division and s.bound = 'START' and s.valid @> :as_of
      join plan_years e on e.division = i.division and e.bound = 'END' and e.valid @> :as_of
     where :as_of > make_date(e.value::int, 12, 31) and (i.dissolved_on is null or i.dissolved_on > :as_of) and i.kind not in ('STATE_ENTERPRISE', 'ASSOCIATION')
),
monthly as (
    -- a row of the whole institution stands before the rows of its buildings
    select c.institution_id, c.energy_kind, c.month, sum(c.amount) as amount, sum(coalesce(c.vehicle_amount, 0)) as vehicle_amount
      from consumption c
      join span s on s.institution_id = c.institution_id and extract(year from c.month) in (s.base_year, s.last_year)
     where c.building_id is null
        or not exists (select from consumption w where w.institution_id = c.institution_id and w.energy_kind = c.energy_kind and w.month = c.month and w.building_id is null)
     group by 1, 2, 3
),
yearly as (
    select institution_id, energy_kind, extract(year from month)::int as year, sum(amount) - sum(vehicle_amount) as amount, count(*) as months
      from monthly
     group by 1, 2, 3
),
total as (
    -- both years by the coefficients of the last, so that like is held against like
    select y.institution_id, y.year, sum(y.amount * c.value) as energy, sum(y.amount) filter (where y.energy_kind = 'WATER') as water,
           bool_and(y.months = 12) filter (where y.energy_kind = 'ELECTRICITY') as electricity_whole, bool_and(y.months = 12) filter (where y.energy_kind = 'WATER') as water_whole
      from yearly y
      join span s on s.institution_id = y.institution_id
      left join energy_coefficient c on c.division = s.division and c.energy_kind = y.energy_kind and c.valid @> make_date(s.last_year, 12, 31) and y.energy_kind <> 'WATER'
     group by 1, 2
),
each as (
    select t.institution_id, t.year, v.indicator, v.value
      from total t
      join energy_user u on u.institution_id = t.institution_id and u.year = t.year
     cross join lateral (values ('ENERGY_PER_AREA', case when t.electricity_whole then t.energy / nullif(u.building_area, 0) end), ('ENERGY_PER_PERSON', case when t.electricity_whole then t.energy / nullif(u.persons, 0) end),
                                ('WATER_PER_PERSON', case when t.water_whole then t.water / nullif(u.persons, 0) end)) v(indicator, value)
)
select s.institution_id as subject_id, s.institution_id, s.last_year || ' ' || b.indicator as episode, s.name as title, b.indicator, s.base_year, s.last_year, make_date(s.last_year, 12, 31) as judged_on, round(b.value, 2) as base,
       round(x.reduction, 2) as actual, r.value as "limit", r.value - round(x.reduction, 2) as excess,
       jsonb_build_array(jsonb_build_object('indicator', b.indicator, 'base_year', s.base_year, 'base', round(b.value, 2), 'last_year', s.last_year, 'last', round(l.value, 2))) as evidence
  from span s
  join each b on b.institution_id = s.institution_id and b.year = s.base_year
  join each l on l.institution_id = s.institution_id and l.year = s.last_year and l.indicator = b.indicator
  join plan_reduction r on r.division = s.division and r.indicator = b.indicator and r.valid @> make_date(s.last_year, 12, 31)
 cross join lateral (select (1 - l.value / nullif(b.value, 0)) * 100 as reduction) x
 where x.reduction < r.value
