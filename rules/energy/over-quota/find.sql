with counting as (
    -- a row of the whole institution stands before the rows of its buildings
    select institution_id, energy_kind, month, amount, vehicle_amount
      from consumption
     where :judged(institution_id) and month <= :as_of and building_id is null
    union all
    select institution_id, energy_kind, month, amount, vehicle_amount
      from consumption c
     where :judged(institution_id) and month <= :as_of and building_id is not null
       and not exists (select from consumption w
                        where w.institution_id = c.institution_id and w.energy_kind = c.energy_kind and w.month = c.month and w.building_id is null)
),
yearly as (
    select institution_id, energy_kind, extract(year from month)::int as year, sum(amount) - coalesce(sum(vehicle_amount), 0) as amount,
           bit_count(bit_or(1 << extract(month from month)::int)::bit(16)) as months
      from counting
     where (institution_id, extract(year from month)::int) in (select institution_id, year from energy_quota)
     group by institution_id, energy_kind, extract(year from month)
),
counted as (
    -- an energy without a confirmed coefficient is left out: what remains is the least it can be
    select y.*, c.value as coefficient, y.amount * c.value as equivalent
      from yearly y
      join institution i on i.id = y.institution_id
      left join energy_coefficient c
             on c.division = i.division and c.energy_kind = y.energy_kind and c.valid @> make_date(y.year, 12, 31) and y.energy_kind <> 'WATER'
),
total as (
    select institution_id, year, sum(equivalent) as energy, sum(amount) filter (where energy_kind = 'WATER') as water,
           sum(amount) filter (where energy_kind = 'ELECTRICITY') as electricity,
           bool_or(energy_kind in ('HEAT', 'NATURAL_GAS', 'COAL', 'LPG') and amount > 0) as heated_without_electricity
      from counted
     group by institution_id, year
),
measured as (
    select q.institution_id, q.year, q.indicator, q.constraint_value,
           case q.indicator when 'ENERGY_PER_AREA' then t.energy / nullif(u.building_area, 0)
                            when 'ENERGY_PER_PERSON' then t.energy / nullif(u.persons, 0)
                            when 'WATER_PER_PERSON' then t.water / nullif(u.persons, 0)
                            -- heating is left out of this one: where electricity may heat, it cannot be told apart
                            when 'ELECTRICITY_PER_AREA' then case when coalesce(u.heated_area, 0) = 0 or t.heated_without_electricity
                                                                  then t.electricity / nullif(u.building_area, 0) end end as value,
           case q.indicator when 'ENERGY_PER_AREA' then 'kgce/(m²·a)' when 'ENERGY_PER_PERSON' then 'kgce/(人·a)'
                            when 'WATER_PER_PERSON' then 'm³/(人·a)' when 'ELECTRICITY_PER_AREA' then 'kWh/(m²·a)' end as unit
      from energy_quota q
      join total t on t.institution_id = q.institution_id and t.year = q.year
      join energy_user u on u.institution_id = q.institution_id and u.year = q.year
),
over as (
    -- never rounded to the value it is above
    select m.*, round(m.value, case when round(m.value, 2) > m.constraint_value then 2 when round(m.value, 4) > m.constraint_value then 4 else 8 end) as shown
      from measured m
     where m.value > m.constraint_value
       and m.year >= 2008
)
select m.institution_id as subject_id, m.institution_id, m.year || ' ' || m.indicator as episode, i.name as title, m.year, m.indicator,
       m.shown as actual, trim_scale(m.constraint_value) as "limit", m.shown - trim_scale(m.constraint_value) as excess, m.unit,
       make_date(m.year, 12, 31) as judged_on,
       e.evidence
  from over m
  join institution i on i.id = m.institution_id
  join (select c.institution_id, c.year, k.kind,
               jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                   'energy_kind', c.energy_kind, 'amount', c.amount, 'coefficient', case when k.kind = 'ENERGY' then c.coefficient end,
                   'equivalent', round(case when k.kind = 'ENERGY' then c.equivalent else c.amount end, 2), 'months', c.months,
                   'note', case when k.kind = 'ENERGY' and c.coefficient is null then 'COEFFICIENT_TO_BE_CONFIRMED' end))
                         order by c.energy_kind) as evidence
          from counted c
          join (values ('ENERGY'), ('WATER'), ('ELECTRICITY')) k(kind) on k.kind = c.energy_kind or k.kind = 'ENERGY' and c.energy_kind <> 'WATER'
         group by c.institution_id, c.year, k.kind) e
    on e.institution_id = m.institution_id and e.year = m.year and m.indicator like e.kind || '\_PER%'
 where not exists (select from energy_filing f
                    where f.institution_id = m.institution_id and f.year = m.year and f.kind = 'OVER_QUOTA_EXPLANATION' and f.filed_on <= :as_of)
