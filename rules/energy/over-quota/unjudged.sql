with booked as (
    select institution_id, extract(year from month)::int as year, count(distinct month) as months,
           bool_or(energy_kind in ('HEAT', 'NATURAL_GAS', 'COAL', 'LPG') and amount > 0) as heated_without_electricity
      from consumption
     where month <= :as_of
     group by institution_id, extract(year from month)
),
confirmed as (
    select distinct c.division, q.year
      from (select distinct year from energy_quota) q
      join energy_coefficient c on c.valid @> make_date(q.year, 12, 31)
)
select case when reason <> 'MONTHS_MISSING' then q.institution_id end as subject_id, q.institution_id, q.year || ' ' || q.indicator as episode, reason, 1 as objects
  from energy_quota q
  join institution i on i.id = q.institution_id
  left join energy_user u on u.institution_id = q.institution_id and u.year = q.year
  left join booked b on b.institution_id = q.institution_id and b.year = q.year
  left join confirmed c on c.division = i.division and c.year = q.year
 cross join lateral (
     select case when b.months is null then 'NO_CONSUMPTION'
                 when u.institution_id is null then 'NO_ENERGY_USERS'
                 when q.indicator like '%\_PER_PERSON' and coalesce(u.persons, 0) = 0 then 'NO_PERSONS'
                 when q.indicator like '%\_PER_AREA' and coalesce(u.building_area, 0) = 0 then 'NO_AREA'
                 when q.indicator = 'ELECTRICITY_PER_AREA' and u.heated_area > 0 and not b.heated_without_electricity then 'HEATING_NOT_TOLD_APART'
                 when q.indicator like 'ENERGY%' and c.year is null
                      then 'NO_COEFFICIENT'
                 when b.months < 12 then 'MONTHS_MISSING' end as reason) why
 where reason is not null and q.year >= 2008
   and q.year < extract(year from :as_of)
