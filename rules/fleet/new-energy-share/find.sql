with year as (
    select v.institution_id, extract(year from b.latest)::int as year, count(*) as bought, count(*) filter (where v.new_energy) as new_energy,
           count(*) filter (where v.purchased_on is null) as undated,
           jsonb_agg(jsonb_build_object('plate', v.plate, 'brand_model', v.brand_model, 'energy', v.energy, 'purchased_on', v.purchased_on,
                     'registered_on', case when v.purchased_on is null then v.registered_on end) order by b.latest, v.plate) as evidence
      from vehicle v
      join institution i on i.id = v.institution_id
      left join purchase_to_registration_days l on l.division = i.division and l.valid @> v.registered_on
     cross join lateral (select coalesce(v.purchased_on, v.registered_on - l.value::int) as earliest, coalesce(v.purchased_on, v.registered_on) as latest) b
     where v.acquisition = 'PURCHASE' and b.latest <= :as_of
       -- without a date of purchase only where the registration leaves no doubt about the year
       and extract(year from b.earliest) = extract(year from b.latest)
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
       case when undated > 0 then '（其中 ' || undated || ' 辆没有登记购置日期，按注册登记日期计入）' else '' end as undated_zh,
       case when undated > 0 then ' (' || undated || ' of them without a date of purchase, counted by their registration)' else '' end as undated_en,
       actual, least as "limit", least - actual as excess,
       -- while the year lasts there is time to make good; what rests on registrations a person has to look at
       case when undated = 0 and :as_of > make_date(year, 12, 31) then 'VIOLATION' else 'SUSPICION' end as severity,
       make_date(year, 1, 1) as judged_on, evidence
  from shown
