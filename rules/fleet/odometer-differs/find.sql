with months as (
    select v.id as vehicle_id, v.institution_id, v.plate, s.value as share, l.value as least, to_char(d.day, 'YYYY-MM') as month, count(*) as days,
           sum(d.odometer_kilometres) as odometer, sum(d.gps_kilometres + coalesce(d.gap_kilometres, 0)) as track
      from terminal_day d
      join vehicle v on v.institution_id = d.institution_id and v.plate = d.plate
      join institution i on i.id = v.institution_id
      join mileage_difference_share s on s.division = i.division and s.valid @> :as_of
      join mileage_least_kilometres l on l.division = i.division and l.valid @> :as_of
     where :judged(v.institution_id) and d.odometer_kilometres is not null and d.day >= '2017-12-05'
       and d.day < date_trunc('month', :as_of::timestamp)
     group by v.id, v.institution_id, v.plate, s.value, l.value, to_char(d.day, 'YYYY-MM')
),
apart as (
    select *, coalesce(abs(track - odometer) / nullif(odometer, 0), 1) as ratio from months where greatest(track, odometer) >= least
),
shown as (
    -- never rounded down to the limit it is above
    select *, trim_scale(share * 100) as most, round(ratio * 100, case when round(ratio, 3) > share then 1 else 4 end) as actual from apart where ratio > share
)
select vehicle_id as subject_id, institution_id, month as episode, plate as title, actual, most as "limit", actual - most as excess,
       month, round(odometer, 1) as odometer_kilometres, round(track, 1) as track_kilometres,
       jsonb_build_array(jsonb_build_object('month', month, 'days', days, 'odometer_kilometres', round(odometer, 1), 'track_kilometres', round(track, 1))) as evidence
  from shown
