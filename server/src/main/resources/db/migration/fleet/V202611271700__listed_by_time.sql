-- Lists begin with the newest: without these, the first page of thirteen million trips sorts them all.
create index trip_by_start on fleet.trip (started_at, id);
create index dispatch_order_by_start on fleet.dispatch_order (planned_start, id);
create index fuel_record_by_time on fleet.fuel_record (fuelled_at, id);
create index maintenance_by_day on fleet.maintenance (done_on, id);
create index insurance_by_end on fleet.insurance (ends_on, id);
create index inspection_by_day on fleet.inspection (inspected_on, id);
