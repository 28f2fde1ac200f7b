with quarter as (
    select (date_trunc('quarter', :as_of) - interval '3 months')::date as starts_on, date_trunc('quarter', :as_of)::date as ends_before
),
driven as (
    select m.vehicle_id, m.institution_id, q.starts_on, q.ends_before, sum(m.kilometres) as kilometres
      from vehicle_month m
      join quarter q on m.month >= q.starts_on and m.month < q.ends_before
     where :judged(m.institution_id)
     group by m.vehicle_id, m.institution_id, q.starts_on, q.ends_before
)
select d.vehicle_id as subject_id, d.institution_id, to_char(d.starts_on, 'YYYY"Q"Q') as episode, v.plate as title, to_char(d.starts_on, 'YYYY"Q"Q') as quarter,
       d.kilometres as actual, f.litres,
       jsonb_build_array(jsonb_build_object('quarter', to_char(d.starts_on, 'YYYY"Q"Q'), 'kilometres', d.kilometres, 'litres', f.litres,
           'last_charged', (select max(c.fuelled_at)::date from fuel_record c
                             where c.vehicle_id = d.vehicle_id and c.grade = 'ELECTRICITY' and c.fuelled_at < d.starts_on))) as evidence
  from driven d
  join vehicle v on v.id = d.vehicle_id and v.energy = 'PLUG_IN_HYBRID'
  join institution i on i.id = d.institution_id
  join plug_in_least_kilometres k on k.division = i.division and k.valid @> :as_of
 cross join lateral (select coalesce(sum(r.litres), 0) as litres from fuel_record r
                      where r.vehicle_id = d.vehicle_id and r.liquid and r.fuelled_at >= d.starts_on and r.fuelled_at < d.ends_before) f
 where d.kilometres >= k.value
   and not exists (select from fuel_record r
                    where r.vehicle_id = d.vehicle_id and r.grade = 'ELECTRICITY' and r.fuelled_at >= d.starts_on and r.fuelled_at < d.ends_before)
   and exists (select from fuel_record r
                where r.institution_id = d.institution_id and r.grade = 'ELECTRICITY' and r.fuelled_at >= d.starts_on and r.fuelled_at < d.ends_before)
