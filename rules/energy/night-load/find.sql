with watched as (
    -- the whole of a user or a building: what hangs below another meter is part of it
    select m.id, m.institution_id, m.name, i.division
      from meter m
      join institution i on i.id = m.institution_id
     where m.energy_kind = 'ELECTRICITY' and m.parent_id is null
),
monthly as (
    select d.meter_id, w.institution_id, w.name, w.division, date_trunc('month', d.day)::date as month, s.value::int as night_from, e.value::int as night_to,
           count(*) as days, sum(n.night) as night, sum(d.amount) as amount
      from meter_day d
      join watched w on w.id = d.meter_id
      join night_hours s on s.division = w.division and s.bound = 'START' and s.valid @> d.day
      join night_hours e on e.division = w.division and e.bound = 'END' and e.valid @> d.day
     cross join lateral (
         select coalesce(sum(h) filter (where case when s.value > e.value then hour > s.value or hour <= e.value
                                                   else hour > s.value and hour <= e.value end), 0) as night
           from unnest(d.hours) with ordinality u(h, hour)) n
     where d.hours_read = 24 and d.day < date_trunc('month', :as_of)
     group by 1, 2, 3, 4, 5, 6, 7
),
judged as (
    select m.*, night / (days * night_hours) as night_mean, (amount - night) / nullif(days * (24 - night_hours), 0) as day_mean, l.value as most
      from monthly m
      join night_load_share l on l.division = m.division and l.valid @> m.month
      join night_load_least_days n on n.division = m.division and n.valid @> m.month
     cross join lateral (select case when night_from > night_to then 24 - night_from + night_to else night_to - night_from end as night_hours) h
     where m.days >= n.value
)
select meter_id as subject_id, institution_id, to_char(month, 'YYYY-MM') as episode, name as title, to_char(month, 'YYYY-MM') as month, month as judged_on,
       round((night_mean * 100 / day_mean)::numeric, 1) as actual, round(most * 100, 1) as "limit",
       round((night_mean * 100 / day_mean)::numeric - most * 100, 1) as excess,
       round(night_mean::numeric, 1) as night_mean, round(day_mean::numeric, 1) as day_mean,
       jsonb_build_array(jsonb_build_object('month', to_char(month, 'YYYY-MM'), 'days', days, 'night_mean', round(night_mean::numeric, 1),
                                            'day_mean', round(day_mean::numeric, 1))) as evidence
  from judged
 where day_mean > 0 and night_mean::numeric > most * day_mean::numeric
