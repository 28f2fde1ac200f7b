with year as (
    select v.institution_id, extract(year from v.purchased_on)::int as year, count(*) as bought, count(*) filter (where v.new_energy) as new_energy,
           jsonb_agg(jsonb_build_object('plate', v.plate, 'brand_model', v.brand_model, 'energy', v.energy, 'purchased_on', v.purchased_on)
                     order by v.purchased_on, v.plate) as evidence
      from vehicle v
     where v.acquisition = 'PURCHASE' and v.purchased_on <= :as_of
     group by 1, 2
),
judged as (
    select y.*, i.name, y.new_energy * 100.0 / y.bought as share, s.value * 100 as least
      from year y
      join institution i on i.id = y.institution_id
      join new_energy_share s on s.division = i.division and s.scope = 'ALL' and s.valid @> make_date(y.year, 1, 1)
     where y.new_energy < s.value * y.bought
       -- the notice speaks of organs and the public institutions that follow them
       and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
),
shown as (
    -- never rounded up to the limit it misses
    select *, round(share, case when round(share, 1) < least then 1 else 4 end) as actual from judged
)
select institution_id as subject_id, institution_id, year::text as episode, name as title, year, bought, new_energy, 'ALL' as scope,
       actual, least as "limit", least - actual as excess,
       -- while the year lasts there is time to make good
       case when :as_of > make_date(year, 12, 31) then 'VIOLATION' else 'SUSPICION' end as severity,
       make_date(year, 1, 1) as judged_on, evidence
  from shown
