select f.institution_id, 'NO_POSITION' as reason, count(*) as objects
  from fuel_record f
 where f.fuelled_at >= '2017-12-05 00:00+08' and f.fuelled_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
   and (f.station_longitude <> 0 and f.station_latitude <> 0 and f.vehicle_longitude <> 0 and f.vehicle_latitude <> 0) is not true
 group by f.institution_id
