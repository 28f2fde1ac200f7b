with counting as (
    -- a row of the whole institution stands before the rows of its buildings
    select institution_id, energy_kind, month, amount
      from consumption
     where :judged(institution_id) and month <= :as_of and energy_kind <> 'WATER' and building_id is null
    union all
    select institution_id, energy_kind, month, amount
      from consumption c
     where :judged(institution_id) and month <= :as_of and energy_kind <> 'WATER' and building_id is not null
       and not exists (select from consumption w
                        where w.institution_id = c.institution_id and w.energy_kind = c.energy_kind and w.month = c.month and w.building_id is null)
),
-- added up before it is multiplied, or each month is looked up among the coefficients
yearly as materialized (
    select m.institution_id, extract(year from m.month)::int as year, m.energy_kind, sum(m.amount) as amount
      from counting m
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
       nullif(trunc(t.tce, 1) - k.value, 0) as excess, l.deadline, l.deadline as judged_on, t.evidence
  from total t
  join key_user_energy k on k.division = t.division and k.tier = 'KEY' and k.valid @> make_date(t.year, 12, 31)
  join key_user_report_deadline d on d.division = t.division
 cross join lateral (select to_date((t.year + 1) || '-' || d.value, 'YYYY-MM-DD') as deadline) l
 where d.valid @> l.deadline and :as_of > l.deadline and t.tce >= k.value
   and not exists (select from energy_filing f
                    where f.institution_id = t.institution_id and f.year = t.year and f.kind = 'UTILIZATION_REPORT' and f.filed_on <= :as_of)
