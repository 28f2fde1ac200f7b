with year as (
    select v.institution_id, extract(year from v.purchased_on)::int as year, count(*) as bought, count(*) filter (where v.new_energy) as new_energy,
           jsonb_agg(jsonb_build_object('plate', v.plate, 'brand_model', v.brand_model, 'energy', v.energy, 'purchased_on', v.purchased_on)
                     order by v.purchased_on, v.plate) as evidence
      from vehicle v
     where v.acquisition = 'PURCHASE' and v.purchased_on <= :as_of
     group by 1, 2
)
select y.institution_id as subject_id, y.institution_id, y.year::text as episode, i.name as title, y.year, y.bought, y.new_energy, 'ALL' as scope,
       round(y.new_energy * 100.0 / y.bought, 1) as actual, round(s.value * 100, 1) as "limit",
       round(s.value * 100 - y.new_energy * 100.0 / y.bought, 1) as excess,
       -- while the year lasts there is time to make good
       case when :as_of > make_date(y.year, 12, 31) then 'VIOLATION' else 'SUSPICION' end as severity,
       make_date(y.year, 1, 1) as judged_on, y.evidence
  from year y
  join institution i on i.id = y.institution_id
  join new_energy_share s on s.division = i.division and s.scope = 'ALL' and s.valid @> make_date(y.year, 1, 1)
 where y.new_energy < s.value * y.bought
