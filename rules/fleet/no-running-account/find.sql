with quarter as (
    select (date_trunc('quarter', :as_of) - interval '3 months')::date as starts_on, date_trunc('quarter', :as_of)::date as ends_before
),
driven as (
    select m.vehicle_id, m.institution_id, q.starts_on, q.ends_before, sum(m.kilometres) as kilometres, sum(m.trips) as trips
      from vehicle_month m
      join quarter q on m.month >= q.starts_on and m.month < q.ends_before
     where :judged(m.institution_id)
     group by m.vehicle_id, m.institution_id, q.starts_on, q.ends_before
)
select d.vehicle_id as subject_id, d.institution_id, to_char(d.starts_on, 'YYYY"Q"Q') as episode, v.plate as title, to_char(d.starts_on, 'YYYY"Q"Q') as quarter,
       d.kilometres as actual, k.value as "limit", d.kilometres - k.value as excess, d.trips,
       jsonb_build_array(jsonb_build_object('quarter', to_char(d.starts_on, 'YYYY"Q"Q'), 'trips', d.trips, 'kilometres', d.kilometres,
           'last_fuelled', (select max(f.fuelled_at)::date from fuel_record f where f.vehicle_id = d.vehicle_id and f.fuelled_at < d.starts_on))) as evidence
  from driven d
  join vehicle v on v.id = d.vehicle_id and v.energy not in ('BATTERY_ELECTRIC', 'FUEL_CELL')
  join institution i on i.id = d.institution_id
  join unfuelled_kilometres k on k.division = i.division and k.valid @> :as_of
 where d.kilometres > k.value
   and not exists (select from fuel_record f where f.vehicle_id = d.vehicle_id and f.fuelled_at >= d.starts_on and f.fuelled_at < d.ends_before)
   -- where an institution keeps no fuel records at all there are none to miss
   and exists (select from fuel_record f where f.institution_id = d.institution_id and f.fuelled_at >= d.starts_on and f.fuelled_at < d.ends_before)
