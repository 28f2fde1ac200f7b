create schema premises;

create table premises.site (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    code           text not null constraint site_code_is_unique unique,
    name           text not null,
    address        text,
    land_area      numeric(12, 2) constraint land_area_is_positive check (land_area > 0),
    longitude      numeric(9, 6) constraint site_longitude_exists check (longitude between -180 and 180),
    latitude       numeric(8, 6) constraint site_latitude_exists check (latitude between -90 and 90)
);
create index site_of_institution on premises.site (institution_id, code);

create table premises.building (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    site_id        uuid not null references premises.site,
    code           text not null constraint building_code_is_unique unique,
    name           text not null,
    acquisition    text not null,
    title_holder   text,
    title_status   text not null,
    certificate_no text,
    built_on       date,
    building_area  numeric(12, 2) not null constraint building_area_is_positive check (building_area > 0),
    usable_area    numeric(12, 2) constraint building_usable_area_is_positive check (usable_area > 0),
    storeys        integer not null constraint storeys_are_plausible check (storeys between 1 and 200),
    storeys_below  integer not null default 0 constraint storeys_below_are_plausible check (storeys_below between 0 and 10),
    high_rise      boolean not null default false,
    constraint building_usable_area_fits check (usable_area <= building_area)
);
create index building_of_institution on premises.building (institution_id, code);
create index building_of_site on premises.building (site_id);
create index building_search on premises.building using gin (kernel.fragments(name, code, certificate_no));

create table premises.floor (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    building_id    uuid not null references premises.building,
    number         integer not null,
    name           text,
    usable_area    numeric(12, 2) constraint floor_usable_area_is_positive check (usable_area > 0),
    constraint floor_number_is_unique unique (building_id, number)
);
create index floor_of_institution on premises.floor (institution_id);

create table premises.room (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    building_id    uuid not null references premises.building,
    floor_id       uuid not null references premises.floor,
    number         text not null,
    use            text not null,
    approved_use   text,
    usable_area    numeric(10, 2) not null constraint usable_area_is_positive check (usable_area > 0),
    toilet_area    numeric(8, 2) constraint toilet_area_is_not_negative check (toilet_area >= 0),
    wing           text,
    basis_document text,
    idle_since     date,
    constraint room_number_is_unique unique (building_id, number)
);
comment on column premises.room.institution_id is '使用单位: the institution the room is allotted to';
comment on column premises.room.toilet_area is 'own toilet inside usable_area, m²';
create index room_of_institution on premises.room (institution_id, number);
create index room_of_floor on premises.room (floor_id);
create index room_by_number on premises.room (number, id);
create index room_search on premises.room using gin (kernel.fragments(number));

-- A room is used by a person or a department, from one day to another (both included).
create table premises.occupancy (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    room_id        uuid not null references premises.room,
    person_id      uuid,
    department_id  uuid,
    starts_on      date not null,
    ends_on        date,
    approval_no    text,
    note           text,
    constraint occupancy_is_of_a_person_or_a_department check (num_nonnulls(person_id, department_id) = 1),
    constraint occupancy_ends_after_it_starts check (ends_on >= starts_on),
    constraint person_is_placed_in_a_room_once
        exclude using gist (room_id with =, person_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index occupancy_of_room on premises.occupancy (room_id);
create index occupancy_of_person on premises.occupancy (person_id);
create index occupancy_of_institution on premises.occupancy (institution_id);

create table premises.lease (
    id                uuid primary key default gen_random_uuid(),
    version           integer not null default 1,
    institution_id    uuid not null,
    contract_no       text not null,
    direction         text not null constraint lease_direction_is_known check (direction in ('IN', 'OUT')),
    building_id       uuid references premises.building,
    place             text not null,
    counterparty      text not null,
    counterparty_kind text not null,
    area              numeric(12, 2) not null constraint leased_area_is_positive check (area > 0),
    approved_area     numeric(12, 2) constraint approved_area_is_not_negative check (approved_area >= 0),
    rent_per_year     numeric(14, 2) not null constraint rent_is_not_negative check (rent_per_year >= 0),
    approval_no       text,
    disposal_no       text,
    starts_on         date not null,
    ends_on           date,
    constraint lease_contract_no_is_unique unique (institution_id, contract_no),
    constraint lease_ends_after_it_starts check (ends_on >= starts_on)
);
comment on column premises.lease.disposal_no is 'leasing out: the approval of renting idle premises out as a disposal (处置利用)';

create table premises.use_agreement (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    agreement_no   text not null,
    certificate_no text,
    building_id    uuid not null references premises.building,
    area           numeric(12, 2) not null constraint agreed_area_is_positive check (area > 0),
    starts_on      date not null,
    ends_on        date,
    constraint agreement_no_is_unique unique (institution_id, agreement_no),
    constraint use_agreement_ends_after_it_starts check (ends_on >= starts_on)
);

create table premises.service_charge (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    building_id    uuid not null references premises.building,
    month          date not null constraint service_charge_month_is_a_first check (extract(day from month) = 1),
    kind           text not null,
    amount         numeric(14, 2) not null,
    supplier       text,
    constraint service_charge_is_booked_once unique (institution_id, building_id, month, kind)
);

select lifeline.attach(t) from unnest(array[
    'premises.site', 'premises.building', 'premises.floor', 'premises.room', 'premises.occupancy', 'premises.lease',
    'premises.use_agreement', 'premises.service_charge']::regclass[]) t;
