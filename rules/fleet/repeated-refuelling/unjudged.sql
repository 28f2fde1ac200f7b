select f.institution_id, 'NO_ODOMETER' as reason, count(*) as objects
  from fuel_record f
 where f.liquid and f.odometer is null
   and f.fuelled_at >= '2017-12-05 00:00+08' and f.fuelled_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
 group by f.institution_id
