-- A number tells rows of one institution apart, and nobody what another has (docs/adr/0026). The number comes first: it is
-- what a row is looked for by, in whichever institution.
alter table fleet.vehicle drop constraint plate_is_unique, add constraint plate_is_unique unique (plate, institution_id);
alter table fleet.driver drop constraint driver_code_is_unique, add constraint driver_code_is_unique unique (code, institution_id);
alter table fleet.dispatch_order drop constraint order_no_is_unique, add constraint order_no_is_unique unique (order_no, institution_id);
alter table fleet.fuel_record drop constraint fuel_serial_no_is_unique, add constraint fuel_serial_no_is_unique unique (serial_no, institution_id);
