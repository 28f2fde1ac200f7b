create schema fleet;

-- 车辆编制: how many vehicles of a type an institution may hold.
create table fleet.vehicle_quota (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    type           text not null,
    quota          integer not null constraint vehicle_quota_is_plausible check (quota between 0 and 10000),
    starts_on      date not null,
    ends_on        date,
    approval_no    text,
    constraint vehicle_quota_ends_after_it_starts check (ends_on >= starts_on),
    constraint vehicle_quota_of_a_type_is_fixed_once_a_day
        exclude using gist (institution_id with =, type with =, daterange(starts_on, ends_on, '[]') with &&)
);

create table fleet.vehicle (
    id                uuid primary key default gen_random_uuid(),
    version           integer not null default 1,
    institution_id    uuid not null,
    plate             text not null constraint plate_is_unique unique,
    plate_colour      text,
    type              text not null,
    body              text not null,
    energy            text not null,
    brand_model       text,
    vin               text,
    engine_no         text,
    displacement      numeric(4, 2) constraint displacement_is_plausible check (displacement between 0 and 20),
    seats             integer constraint seats_are_plausible check (seats between 1 and 100),
    price             numeric(12, 2) constraint vehicle_price_is_not_negative check (price >= 0),
    purchased_on      date,
    registered_on     date,
    registered_owner  text,
    acquisition       text not null default 'PURCHASE',
    special_need      text,
    fixed_route       boolean not null default false,
    mark_status       text not null,
    mark_exemption_no text,
    tank              numeric(6, 1) constraint tank_is_positive check (tank > 0),
    rated_consumption numeric(5, 2) constraint rated_consumption_is_positive check (rated_consumption > 0),
    terminal_no       text,
    duty_vehicle      boolean not null default false,
    parking           text,
    parking_longitude numeric(9, 6),
    parking_latitude  numeric(8, 6),
    status            text not null default 'IN_USE',
    retired_on        date
);
comment on column fleet.vehicle.price is 'yuan, without vehicle purchase tax';
comment on column fleet.vehicle.displacement is 'litres; empty for vehicles without a combustion engine';
comment on column fleet.vehicle.special_need is '特殊工作需要的说明: why a special-case cap of VE-T2 applies';
comment on column fleet.vehicle.tank is 'litres';
comment on column fleet.vehicle.rated_consumption is 'approved L/100 km (kWh/100 km for battery-electric)';
comment on column fleet.vehicle.duty_vehicle is '节假日值班、应急等不封存车辆';
create index vehicle_of_institution on fleet.vehicle (institution_id, plate);
create index vehicle_search on fleet.vehicle using gin (kernel.fragments(plate, brand_model, vin));

create table fleet.driver (
    id                uuid primary key default gen_random_uuid(),
    version           integer not null default 1,
    institution_id    uuid not null,
    code              text not null constraint driver_code_is_unique unique,
    name              text not null,
    licence_class     text,
    licence_expires_on date,
    phone             text,
    joined_on         date,
    left_on           date
);
create index driver_of_institution on fleet.driver (institution_id, code);

create table fleet.dispatch_order (
    id                  uuid primary key default gen_random_uuid(),
    version             integer not null default 1,
    institution_id      uuid not null,
    order_no            text not null constraint order_no_is_unique unique,
    vehicle_id          uuid not null references fleet.vehicle,
    driver_id           uuid references fleet.driver,
    applicant           text,
    purpose             text not null,
    origin              text,
    destination         text not null,
    passengers          integer constraint passengers_are_plausible check (passengers between 0 and 100),
    planned_start       timestamptz not null,
    planned_end         timestamptz not null,
    off_hours_approved  boolean not null default false,
    out_of_town         boolean not null default false,
    approval_no         text,
    status              text not null default 'APPROVED',
    constraint dispatch_order_ends_after_it_starts check (planned_end > planned_start)
);
create index dispatch_order_of_vehicle on fleet.dispatch_order (vehicle_id, planned_start);
create index dispatch_order_of_institution on fleet.dispatch_order (institution_id, planned_start);

create table fleet.trip (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    vehicle_id     uuid not null references fleet.vehicle,
    started_at     timestamptz not null,
    ended_at       timestamptz not null,
    kilometres     numeric(8, 1) not null constraint kilometres_are_not_negative check (kilometres >= 0),
    odometer       numeric(10, 1) constraint trip_odometer_is_not_negative check (odometer >= 0),
    order_no       text,
    origin         text,
    destination    text,
    end_longitude  numeric(9, 6),
    end_latitude   numeric(8, 6),
    constraint trip_ends_after_it_starts check (ended_at > started_at),
    constraint trip_of_a_vehicle_starts_once unique (vehicle_id, started_at)
);
comment on column fleet.trip.odometer is 'km at the end of the trip';
create index trip_of_institution on fleet.trip (institution_id, started_at);

create table fleet.fuel_record (
    id               uuid primary key default gen_random_uuid(),
    version          integer not null default 1,
    institution_id   uuid not null,
    serial_no        text not null constraint fuel_serial_no_is_unique unique,
    vehicle_id       uuid not null references fleet.vehicle,
    card_no          text,
    fuelled_at       timestamptz not null,
    litres           numeric(8, 2) not null constraint litres_are_positive check (litres > 0),
    amount           numeric(10, 2) not null constraint fuel_amount_is_not_negative check (amount >= 0),
    grade            text,
    odometer         numeric(10, 1),
    filled_up        boolean not null default true,
    station          text,
    station_longitude numeric(9, 6),
    station_latitude  numeric(8, 6),
    vehicle_longitude numeric(9, 6),
    vehicle_latitude  numeric(8, 6)
);
comment on column fleet.fuel_record.vehicle_longitude is 'where the vehicle itself was at that time (terminal)';
create index fuel_record_of_vehicle on fleet.fuel_record (vehicle_id, fuelled_at);
create index fuel_record_of_institution on fleet.fuel_record (institution_id, fuelled_at);

create table fleet.maintenance (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    vehicle_id     uuid not null references fleet.vehicle,
    document_no    text not null,
    done_on        date not null,
    kind           text not null,
    items          text not null,
    supplier       text,
    amount         numeric(12, 2) not null constraint maintenance_amount_is_not_negative check (amount >= 0),
    odometer       numeric(10, 1),
    constraint maintenance_document_is_booked_once unique (vehicle_id, document_no)
);
create index maintenance_of_institution on fleet.maintenance (institution_id, done_on);

create table fleet.insurance (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    vehicle_id     uuid not null references fleet.vehicle,
    policy_no      text not null,
    insurer        text not null,
    kind           text,
    amount         numeric(12, 2) not null constraint premium_is_not_negative check (amount >= 0),
    starts_on      date not null,
    ends_on        date not null,
    constraint policy_no_is_unique unique (vehicle_id, policy_no),
    constraint insurance_ends_after_it_starts check (ends_on >= starts_on)
);
create index insurance_of_institution on fleet.insurance (institution_id, ends_on);

create table fleet.inspection (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    vehicle_id     uuid not null references fleet.vehicle,
    inspected_on   date not null,
    result         text not null,
    valid_until    date,
    station        text,
    constraint vehicle_is_inspected_once_a_day unique (vehicle_id, inspected_on)
);
create index inspection_of_institution on fleet.inspection (institution_id, inspected_on);

create table fleet.disposal (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    vehicle_id     uuid not null references fleet.vehicle constraint vehicle_is_disposed_once unique,
    disposed_on    date not null,
    reason         text not null,
    method         text not null,
    approval_no    text,
    early_approval_no text,
    replaced_by    text,
    income         numeric(12, 2) constraint disposal_income_is_not_negative check (income >= 0),
    receipt_no     text
);
comment on column fleet.disposal.early_approval_no is '提前更新的批准文号';
comment on column fleet.disposal.replaced_by is 'plate of the vehicle that replaced it';
create index disposal_of_institution on fleet.disposal (institution_id, disposed_on);

select lifeline.attach(t) from unnest(array[
    'fleet.vehicle_quota', 'fleet.vehicle', 'fleet.driver', 'fleet.dispatch_order', 'fleet.trip', 'fleet.fuel_record',
    'fleet.maintenance', 'fleet.insurance', 'fleet.inspection', 'fleet.disposal']::regclass[]) t;
