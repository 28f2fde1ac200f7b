-- A vehicle whose disposal is on the books is gone, whatever its own row still says.
create or replace view facts.vehicle as
select v.id, v.institution_id, v.plate, v.type, v.body, v.energy, v.energy in ('PLUG_IN_HYBRID', 'BATTERY_ELECTRIC', 'FUEL_CELL') as new_energy,
       v.brand_model, v.displacement, v.seats, v.price, v.purchased_on, v.registered_on, v.registered_owner, v.acquisition, v.special_need,
       v.fixed_route, v.mark_status, v.mark_exemption_no, v.tank, v.rated_consumption, v.duty_vehicle, v.parking_longitude, v.parking_latitude,
       v.status, case when v.status = 'RETIRED' then coalesce(v.retired_on, d.disposed_on, '-infinity') else coalesce(v.retired_on, d.disposed_on) end as retired_on
  from fleet.vehicle v
  left join fleet.disposal d on d.vehicle_id = v.id;
comment on column facts.vehicle.retired_on is 'first day it is no longer held, by its own row or by its disposal; -infinity when it is retired and nobody wrote when; null while it is held';
