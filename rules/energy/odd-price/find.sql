with priced as (
    select c.institution_id, i.name, i.division, left(i.division, 4) as city, c.building_id, c.energy_kind, c.month, extract(year from c.month)::int as year,
           c.amount, c.cost, c.cost / c.amount as price
      from consumption c
      join institution i on i.id = c.institution_id
     where c.amount > 0 and c.cost > 0 and c.month <= :as_of and c.month >= date_trunc('year', :as_of - interval '1 year')
),
usual as (
    select city, energy_kind, year, percentile_cont(0.5) within group (order by price)::numeric as median, count(*) as peers
      from priced
     group by city, energy_kind, year
),
odd as (
    select p.*, u.median, u.peers
      from priced p
      join usual u using (city, energy_kind, year)
      join energy_price_share s on s.division = p.division and s.valid @> :as_of
      join energy_price_least_peers n on n.division = p.division and n.valid @> :as_of
     where u.peers >= n.value and abs(p.price - u.median) > u.median * s.value
)
select o.institution_id as subject_id, o.institution_id, to_char(o.month, 'YYYY-MM') || ' ' || o.energy_kind || coalesce(' ' || o.building_id, '') as episode,
       o.name as title, to_char(o.month, 'YYYY-MM') as month, o.energy_kind, trim_scale(o.amount) as amount, o.cost, round(o.price, 3) as actual,
       round(o.median, 3) as median, round(abs(o.price - o.median) * 100 / o.median, 0) as percent,
       jsonb_build_array(jsonb_build_object('month', to_char(o.month, 'YYYY-MM'), 'amount', o.amount, 'cost', o.cost, 'median', round(o.median, 3), 'peers', o.peers)) as evidence
  from odd o
