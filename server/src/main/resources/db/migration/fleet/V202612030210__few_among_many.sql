-- What rules ask of few trips and orders need not be looked for among all of them.
create index trip_without_destination on fleet.trip (vehicle_id, started_at) where coalesce(trim(destination), '') = '';
create index dispatch_order_out_of_town on fleet.dispatch_order (vehicle_id, planned_start) where out_of_town;
