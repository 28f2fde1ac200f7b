with kept as materialized (
    select i.id as institution_id, (select min(m.month) from vehicle_month m where m.institution_id = i.id) as since
      from institution i
)
select f.institution_id, reason, count(*) as objects
  from fuel_record f
  left join kept k on k.institution_id = f.institution_id
  left join calendar_day d on d.date = f.fuelled_at::date
 cross join lateral (select case when d.date is null then 'CALENDAR_UNKNOWN'
                                 when d.kind = 'HOLIDAY' and (d.date >= k.since) is not true then 'NO_TRIPS_KEPT' end as reason) why
 where f.liquid and reason is not null
   and f.fuelled_at >= '2017-12-05 00:00+08' and f.fuelled_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
 group by 1, 2
