with below as (
    -- what hung below what, and from when to when
    select m.id, m.energy_kind, m.removed_on, case when s.meter_id is null then m.parent_id else s.parent_id end as parent_id,
           coalesce(s.valid, daterange(null, null)) as valid
      from meter m
      left join meter_state s on s.meter_id = m.id
),
pair as (
    select p.id as parent_id, c.id as child_id, c.valid
      from meter p
      join below c on c.parent_id = p.id and c.energy_kind = p.energy_kind
     where :judged(p.institution_id) and (p.removed_on is null or p.removed_on >= date_trunc('month', :as_of)) and (c.removed_on is null or c.removed_on >= date_trunc('month', :as_of))
),
whole as (
    select d.meter_id, d.day, d.amount
      from meter_day d
     where exists (select from pair p where p.parent_id = d.meter_id and p.valid @> d.day) and d.hours_read = 24
       and d.day >= date_trunc('month', :as_of) - interval '1 month' and d.day < date_trunc('month', :as_of)
),
part as (
    select p.parent_id, p.child_id, sum(d.amount) as amount
      from pair p
      join whole w on w.meter_id = p.parent_id
      join meter_day d on d.meter_id = p.child_id and d.day = w.day and p.valid @> d.day
     group by p.parent_id, p.child_id
),
summed as (select parent_id, sum(amount)::numeric as parts from part group by parent_id),
total as (select meter_id, sum(amount)::numeric as amount, count(*) as days from whole group by meter_id)
select m.id as subject_id, m.institution_id, to_char(date_trunc('month', :as_of) - interval '1 month', 'YYYY-MM') as episode, m.name as title,
       to_char(date_trunc('month', :as_of) - interval '1 month', 'YYYY-MM') as month, t.days, round(s.parts, 1) as actual, round(t.amount, 1) as "limit",
       round(s.parts, 1) - round(t.amount, 1) as excess, round((s.parts - t.amount) * 100 / t.amount, 1) as percent,
       (select jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'amount', round(p.amount::numeric, 1)) order by p.amount desc)
          from part p join meter c on c.id = p.child_id where p.parent_id = m.id) as evidence
  from summed s
  join total t on t.meter_id = s.parent_id
  join meter m on m.id = s.parent_id
  join institution i on i.id = m.institution_id
  join meter_sum_tolerance x on x.division = i.division and x.valid @> :as_of
 where t.amount > 0 and s.parts > t.amount * (1 + x.value)
