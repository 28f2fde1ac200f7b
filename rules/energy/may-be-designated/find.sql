with counting as (
    -- a row of the whole institution stands before the rows of its buildings
    select institution_id, energy_kind, month, amount
      from consumption
     where :judged(institution_id) and month >= date_trunc('year', :as_of - interval '1 year') and month < date_trunc('year', :as_of) and energy_kind <> 'WATER' and building_id is null
    union all
    select institution_id, energy_kind, month, amount
      from consumption c
     where :judged(institution_id) and month >= date_trunc('year', :as_of - interval '1 year') and month < date_trunc('year', :as_of) and energy_kind <> 'WATER' and building_id is not null
       and not exists (select from consumption w
                        where w.institution_id = c.institution_id and w.energy_kind = c.energy_kind and w.month = c.month and w.building_id is null)
),
yearly as materialized (
    select institution_id, extract(year from month)::int as year, energy_kind, sum(amount) as amount
      from counting
     group by 1, 2, 3
),
counted as (
    select y.*, i.name, i.division, c.value as coefficient, y.amount * c.value / 1000 as tce
      from yearly y
      join institution i on i.id = y.institution_id
      join energy_coefficient c on c.division = i.division and c.energy_kind = y.energy_kind and c.valid @> make_date(y.year, 12, 31)
),
total as (
    select institution_id, name, division, year, sum(tce) as tce,
           jsonb_agg(jsonb_build_object('energy_kind', energy_kind, 'amount', amount, 'coefficient', coefficient, 'tce', round(tce, 2)) order by tce desc) as evidence
      from counted
     group by institution_id, name, division, year
)
select t.institution_id as subject_id, t.institution_id, t.year::text as episode, t.name as title, t.year, trunc(t.tce, 1) as actual, k.value as "limit",
       t.evidence
  from total t
  join key_user_energy k on k.division = t.division and k.tier = 'DESIGNATED' and k.valid @> make_date(t.year, 12, 31)
  join key_user_energy m on m.division = t.division and m.tier = 'KEY' and m.valid @> make_date(t.year, 12, 31)
 where t.tce >= k.value and t.tce < m.value
