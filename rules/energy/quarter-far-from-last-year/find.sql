with counting as (
    -- a row of the whole institution stands before the rows of its buildings
    select institution_id, energy_kind, month, amount, cost
      from consumption
     where month >= date_trunc('quarter', :as_of - interval '3 years') and month <= :as_of
       and energy_kind in ('ELECTRICITY', 'WATER', 'NATURAL_GAS') and :judged(institution_id) and building_id is null
    union all
    select institution_id, energy_kind, month, amount, cost
      from consumption c
     where month >= date_trunc('quarter', :as_of - interval '3 years') and month <= :as_of
       and energy_kind in ('ELECTRICITY', 'WATER', 'NATURAL_GAS') and :judged(institution_id) and building_id is not null
       and not exists (select from consumption w
                        where w.institution_id = c.institution_id and w.energy_kind = c.energy_kind and w.month = c.month and w.building_id is null)
),
quarterly as (
    select institution_id, energy_kind, date_trunc('quarter', month)::date as starts_on, sum(amount) as amount, sum(cost) as cost
      from counting
     group by institution_id, energy_kind, date_trunc('quarter', month)
    having bit_count(bit_or(1 << extract(month from month)::int)::bit(16)) = 3
),
compared as (
    select q.*, b.amount as before, b.cost as cost_before, round(abs(q.amount - b.amount) * 100 / b.amount, 1) as change, t.value,
           to_char(q.starts_on, 'YYYY"Q"Q') as quarter, to_char(b.starts_on, 'YYYY"Q"Q') as quarter_before
      from quarterly q
      join quarterly b on b.institution_id = q.institution_id and b.energy_kind = q.energy_kind
                      and b.starts_on = (q.starts_on - interval '1 year')::date and b.amount > 0
      join institution i on i.id = q.institution_id
      join consumption_change_share t on t.division = i.division and t.valid @> :as_of
     where q.starts_on + interval '3 months' <= :as_of
       and q.starts_on >= date_trunc('quarter', :as_of - interval '2 years')
       and abs(q.amount - b.amount) > b.amount * t.value
)
select c.institution_id as subject_id, c.institution_id, c.quarter || ' ' || c.energy_kind as episode, i.name as title, c.quarter, c.energy_kind,
       trim_scale(round(c.amount, 1)) as amount, trim_scale(round(c.before, 1)) as before, c.change as actual, trim_scale(c.value * 100) as "limit",
       case when c.amount > c.before then '上升' else '下降' end as way_zh, case when c.amount > c.before then 'up by' else 'down by' end as way_en,
       jsonb_build_array(jsonb_build_object('period', c.quarter, 'amount', c.amount, 'cost', c.cost),
                         jsonb_build_object('period', c.quarter_before, 'amount', c.before, 'cost', c.cost_before)) as evidence
  from compared c
  join institution i on i.id = c.institution_id
