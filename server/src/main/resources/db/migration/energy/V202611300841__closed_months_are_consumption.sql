-- A closed month of the meters is consumption of the institution as far as nobody has entered it: what the main meters
-- came to by what is known now, corrections included. Where every one of them stands in a building it is a row a building,
-- otherwise one of the whole institution. A month that is not known from its first to its last hour is none.
create or replace view facts.consumption as
with main as (
    select m.id, m.institution_id, m.building_id, m.energy_kind, c.month
      from energy.closed_month c
      join energy.meter m on m.institution_id = c.institution_id and m.parent_id is null
     where coalesce(m.installed_on, '-infinity') < c.month + interval '1 month' and coalesce(m.removed_on, 'infinity') > c.month
),
known as (
    select m.institution_id, m.energy_kind, m.month, m.building_id, bool_or(m.building_id is null) over whole as somewhere,
           e.nanos, case when e.tariff <> -1 then e.cost_micros end as cost_micros,
           bool_and(e.covered_millis >= extract(epoch from m.month + interval '1 month' - m.month) * 1000) over whole as all_known
      from main m
      left join lateral (select nanos, cost_micros, tariff, covered_millis from energy.month_entry e
                          where e.meter_id = m.id and e.month = m.month order by e.number desc limit 1) e on true
    window whole as (partition by m.institution_id, m.energy_kind, m.month)
),
metered as (
    select institution_id, case when not somewhere then building_id end as building_id, energy_kind, month,
           (sum(nanos) / 1e9)::numeric(16, 3) as amount,
           case when count(*) = count(cost_micros) then (sum(cost_micros) / 1e6)::numeric(14, 2) end as cost
      from known
     where all_known
     group by 1, 2, 3, 4
    having count(*) = count(nanos)
)
select institution_id, building_id, energy_kind, month, amount, vehicle_amount, cost from energy.consumption
union all
select c.institution_id, c.building_id, c.energy_kind, c.month, c.amount::numeric(16, 3), null::numeric(16, 3), c.cost::numeric(14, 2)
  from metered c
 where not exists (select from energy.consumption e
                    where e.institution_id = c.institution_id and e.energy_kind = c.energy_kind and e.month = c.month
                      and (e.building_id is null or c.building_id is null or e.building_id = c.building_id));
comment on view facts.consumption is '能源资源消费月台账, and closed months of the meters that are not entered there: a row of the whole institution (building_id null) or one a building';

select kernel.let_accounts_in();
