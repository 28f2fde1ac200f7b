select m.institution_id, 'FEW_COMPLETE_DAYS' as reason, 1 as objects
  from meter m
  join institution i on i.id = m.institution_id
  join night_load_least_days n on n.division = i.division and n.valid @> :as_of
  left join (select meter_id, count(*) as days
               from meter_day
              where hours_read = 24 and day >= date_trunc('month', :as_of) - interval '1 month' and day < date_trunc('month', :as_of)
              group by meter_id) r on r.meter_id = m.id
 where m.energy_kind = 'ELECTRICITY' and m.parent_id is null
   and (m.installed_on is null or m.installed_on < date_trunc('month', :as_of) - interval '1 month')
   and (m.removed_on is null or m.removed_on >= date_trunc('month', :as_of))
   and coalesce(r.days, 0) < n.value
