select f.institution_id, 'NO_POSITION' as reason, count(*) as objects
  from fuel_record f
 where f.fuelled_at >= '2017-12-05 00:00+08' and f.fuelled_at < (:as_of + 1)::timestamp at time zone 'Asia/Shanghai'
   and (f.station_longitude <> 0 and f.station_latitude <> 0 and f.vehicle_longitude <> 0 and f.vehicle_latitude <> 0) is not true
   and not (f.station_longitude <> 0 and f.station_latitude <> 0 and (f.vehicle_longitude is null or f.vehicle_latitude is null)
            and exists (select from vehicle v
                          join terminal_stop s on s.institution_id = v.institution_id and s.plate = v.plate
                         where v.id = f.vehicle_id and s.started_at <= f.fuelled_at and s.ended_at >= f.fuelled_at))
 group by f.institution_id
