-- What fleet publishes to the rules. Money is yuan, fuel litres, distance kilometres.
-- Times are instants; rules run in the time zone of China, so that ::date and ::time are the local ones.

create view facts.vehicle_quota as
select institution_id, type, quota, starts_on, ends_on from fleet.vehicle_quota;
comment on view facts.vehicle_quota is '车辆编制 by type, from day to day (both included)';

create view facts.vehicle as
select id, institution_id, plate, type, body, energy, energy in ('PLUG_IN_HYBRID', 'BATTERY_ELECTRIC', 'FUEL_CELL') as new_energy,
       brand_model, displacement, seats, price, purchased_on, registered_on, registered_owner, acquisition, special_need,
       fixed_route, mark_status, mark_exemption_no, tank, rated_consumption, duty_vehicle, parking_longitude, parking_latitude,
       status, case when status = 'RETIRED' then coalesce(retired_on, '-infinity') else retired_on end as retired_on
  from fleet.vehicle;
comment on view facts.vehicle is '公务用车, retired ones included';
comment on column facts.vehicle.type is 'CONFIDENTIAL_COMMUNICATION EMERGENCY LAW_ENFORCEMENT SPECIAL_TECHNICAL OTHER';
comment on column facts.vehicle.price is 'yuan, without purchase tax; null when unknown';
comment on column facts.vehicle.displacement is 'litres; null without a combustion engine or when unknown';
comment on column facts.vehicle.tank is 'litres; null when unknown';
comment on column facts.vehicle.rated_consumption is 'approved L/100 km; kWh/100 km when battery-electric';
comment on column facts.vehicle.duty_vehicle is 'on holiday duty: not sealed';
comment on column facts.vehicle.retired_on is 'first day it is no longer held; -infinity when it is retired and nobody wrote when; null while it is held';

create view facts.dispatch_order as
select id, institution_id, vehicle_id, order_no, purpose, destination, planned_start, planned_end, off_hours_approved, out_of_town,
       status in ('APPROVED', 'DISPATCHED', 'UNDER_WAY', 'COMPLETED') as approved
  from fleet.dispatch_order;
comment on view facts.dispatch_order is '派车单';
comment on column facts.dispatch_order.approved is 'approved and not withdrawn';
comment on column facts.dispatch_order.off_hours_approved is 'use outside working hours was approved';

create view facts.trip as
select id, institution_id, vehicle_id, started_at, ended_at, kilometres, odometer, order_no, origin, destination,
       end_longitude, end_latitude
  from fleet.trip;
comment on view facts.trip is '行程';
comment on column facts.trip.odometer is 'km at the end of the trip';
comment on column facts.trip.order_no is 'the order the driver named; null when none';

create view facts.fuel_record as
select id, institution_id, vehicle_id, card_no, fuelled_at, litres, amount, grade, odometer, filled_up, station,
       station_longitude, station_latitude, vehicle_longitude, vehicle_latitude,
       coalesce(grade not in ('ELECTRICITY', 'NATURAL_GAS', 'NON_FUEL'), true) as liquid
  from fleet.fuel_record;
comment on view facts.fuel_record is '加油记录 (charging and shop purchases included, see liquid)';
comment on column facts.fuel_record.liquid is 'petrol or diesel, measured in litres';
comment on column facts.fuel_record.vehicle_longitude is 'where the vehicle was at that time, by its terminal; null when unknown';

create view facts.maintenance as
select id, institution_id, vehicle_id, document_no, done_on, kind, items, supplier, amount, odometer from fleet.maintenance;
comment on view facts.maintenance is '维修保养';

create view facts.insurance as
select id, institution_id, vehicle_id, policy_no, kind, starts_on, ends_on from fleet.insurance;
comment on view facts.insurance is '保险, from day to day (both included)';

create view facts.inspection as
select id, institution_id, vehicle_id, inspected_on, result, valid_until from fleet.inspection;
comment on view facts.inspection is '年检';

create view facts.disposal as
select id, institution_id, vehicle_id, disposed_on, reason, method, approval_no, early_approval_no, replaced_by, income, receipt_no
  from fleet.disposal;
comment on view facts.disposal is '处置';
comment on column facts.disposal.replaced_by is 'plate of the vehicle that replaced it; null when none did';
comment on column facts.disposal.early_approval_no is 'approval of replacing it before its time';
