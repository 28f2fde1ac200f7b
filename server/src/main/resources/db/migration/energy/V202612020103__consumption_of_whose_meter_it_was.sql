-- A closed month is the consumption of the institution whose main meter it was at the end of that month, in the building where
-- it stood then. A meter that is handed over, moved or hung below another takes no month along.
create or replace view facts.consumption as
with known_of as (
    select id as meter_id, institution_id from energy.meter
    union
    select meter_id, institution_id from energy.meter_past
),
main as (
    select m.id, c.institution_id, case when p.id is null then m.building_id else p.building_id end as building_id, m.energy_kind, c.month
      from energy.closed_month c
      join known_of k on k.institution_id = c.institution_id
      join energy.meter m on m.id = k.meter_id
      left join energy.meter_past p on p.meter_id = m.id and daterange(p.starts_on, p.ends_on, '[]') @> (c.month + interval '1 month - 1 day')::date
     where coalesce(p.institution_id, m.institution_id) = c.institution_id
       and case when p.id is null then m.parent_id else p.parent_id end is null
       and coalesce(m.installed_on, '-infinity') < c.month + interval '1 month' and coalesce(m.removed_on, 'infinity') > c.month
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

-- Whose a meter was at the end of a month.
create function energy.holder(of_meter uuid, of_month date) returns uuid
    language sql stable as $$
    select coalesce((select p.institution_id from energy.meter_past p
                      where p.meter_id = of_meter and daterange(p.starts_on, p.ends_on, '[]') @> (of_month + interval '1 month - 1 day')::date),
                    (select m.institution_id from energy.meter m where m.id = of_meter))
$$;
