with night as (
    -- one for an hour of the night, nought for one of the day
    select s.division, n.weights, n.hours
      from night_hours s
      join night_hours e on e.division = s.division and e.bound = 'END' and e.valid @> :as_of
     cross join lateral (
         select array_agg(night::int::double precision order by hour) as weights, sum(night::int) as hours
           from (select hour, case when s.value > e.value then hour >= s.value or hour < e.value else hour >= s.value and hour < e.value end as night
                   from generate_series(0, 23) hour) h) n
     where s.bound = 'START' and s.valid @> :as_of
),
watched as (
    -- the whole of a user or a building: what hangs below another meter is part of it
    select m.id, m.institution_id, m.name, i.division, n.weights, n.hours as night_hours
      from meter m
      join institution i on i.id = m.institution_id
      join night n on n.division = i.division
     where m.energy_kind = 'ELECTRICITY' and m.parent_id is null
),
monthly as (
    select d.meter_id, w.night_hours, (extract(year from d.day) * 12 + extract(month from d.day))::int as month_no, count(*) as days, sum(d.amount) as amount,
           sum(d.hours[1] * w.weights[1] + d.hours[2] * w.weights[2] + d.hours[3] * w.weights[3] + d.hours[4] * w.weights[4] + d.hours[5] * w.weights[5] + d.hours[6] * w.weights[6]
                + d.hours[7] * w.weights[7] + d.hours[8] * w.weights[8] + d.hours[9] * w.weights[9] + d.hours[10] * w.weights[10] + d.hours[11] * w.weights[11] + d.hours[12] * w.weights[12]
                + d.hours[13] * w.weights[13] + d.hours[14] * w.weights[14] + d.hours[15] * w.weights[15] + d.hours[16] * w.weights[16] + d.hours[17] * w.weights[17] + d.hours[18] * w.weights[18]
                + d.hours[19] * w.weights[19] + d.hours[20] * w.weights[20] + d.hours[21] * w.weights[21] + d.hours[22] * w.weights[22] + d.hours[23] * w.weights[23] + d.hours[24] * w.weights[24]) as night
      from meter_day d
      join watched w on w.id = d.meter_id
     where d.hours_read = 24 and d.day < date_trunc('month', :as_of)
     group by d.meter_id, w.night_hours, month_no
),
judged as (
    select m.meter_id, w.institution_id, w.name, o.month, m.days, l.value as most,
           m.night / (m.days * m.night_hours) as night_mean, m.amount / (m.days * 24) as day_mean
      from monthly m
     cross join lateral (select make_date((m.month_no - 1) / 12, (m.month_no - 1) % 12 + 1, 1) as month) o
      join watched w on w.id = m.meter_id
      join night_load_share l on l.division = w.division and l.valid @> :as_of
      join night_load_least_days n on n.division = w.division and n.valid @> :as_of and m.days >= n.value
),
over as (
    -- the share to a millionth: sums of hours are not exact beyond it
    select *, round((night_mean / nullif(day_mean, 0))::numeric, 6) as share
      from judged
     where day_mean > 0 and round((night_mean / nullif(day_mean, 0))::numeric, 6) > most
),
shown as (
    select *, round(share * 100, case when round(share * 100, 1) > most * 100 then 1 else 4 end) as actual from over
)
select meter_id as subject_id, institution_id, to_char(month, 'YYYY-MM') as episode, name as title, to_char(month, 'YYYY-MM') as month,
       actual, trim_scale(most * 100) as "limit", actual - trim_scale(most * 100) as excess,
       round(night_mean::numeric, 1) as night_mean, round(day_mean::numeric, 1) as day_mean,
       jsonb_build_array(jsonb_build_object('month', to_char(month, 'YYYY-MM'), 'days', days, 'night_mean', round(night_mean::numeric, 1),
                                            'day_mean', round(day_mean::numeric, 1))) as evidence
  from shown
