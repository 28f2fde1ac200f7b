-- Where a vehicle was made, what an order is for and for whom, who may be paid, what is made public, and where vehicles passed and parked.
alter table fleet.vehicle add column imported boolean;
comment on column fleet.vehicle.imported is 'made abroad; null when nobody said';
alter table fleet.dispatch_order
    add column category            text,
    add column applicant_person_id uuid;
create index order_with_its_use on fleet.dispatch_order (institution_id) where category is not null or applicant_person_id is not null;
comment on column fleet.dispatch_order.applicant_person_id is 'organization.person: who uses the vehicle, where the rolls know them';

create table fleet.fixed_supplier (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    name           text not null,
    service        text not null,
    document_no    text,
    starts_on      date not null,
    ends_on        date,
    constraint fixed_supplier_is_entered_once unique (institution_id, name, service, starts_on),
    constraint fixed_supplier_ends_after_it_starts check (ends_on >= starts_on)
);
comment on table fleet.fixed_supplier is '定点供应商 chosen by an institution for itself and those it looks after';
create index fixed_supplier_by_name on fleet.fixed_supplier (name);
create index fixed_supplier_by_start on fleet.fixed_supplier (starts_on, id);

create table fleet.fleet_filing (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    year           integer not null constraint fleet_filing_year_is_plausible check (year between 1990 and 2100),
    quarter        integer not null constraint fleet_filing_quarter_is_known check (quarter between 0 and 4),
    kind           text not null,
    filed_on       date not null,
    document_no    text,
    constraint fleet_filing_is_made_once unique (institution_id, year, quarter, kind)
);
comment on table fleet.fleet_filing is '公务用车报送、公示; quarter 0 for the whole year';
create index fleet_filing_by_year on fleet.fleet_filing (year, id);

create table fleet.road_charge (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    vehicle_id     uuid not null references fleet.vehicle,
    serial_no      text not null,
    kind           text not null,
    entered_at     timestamptz not null,
    left_at        timestamptz,
    gate           text,
    amount         numeric(10, 2) constraint road_charge_is_not_negative check (amount >= 0),
    constraint road_charge_serial_no_is_unique unique (serial_no, institution_id),
    constraint road_charge_ends_after_it_starts check (left_at >= entered_at)
);
comment on table fleet.road_charge is '通行、停车记录';
create index road_charge_of_vehicle on fleet.road_charge (vehicle_id, entered_at);
create index road_charge_of_institution on fleet.road_charge (institution_id, entered_at);
create index road_charge_by_time on fleet.road_charge (entered_at, id);

do $$
declare
    ledger regclass;
begin
    foreach ledger in array array['fleet.fixed_supplier', 'fleet.fleet_filing', 'fleet.road_charge']::regclass[] loop
        perform lifeline.attach(ledger);
        perform kernel.guard_ledger(ledger);
    end loop;
end $$;
select kernel.let_accounts_in();

create view facts.vehicle_origin as select id as vehicle_id, institution_id, imported from fleet.vehicle;
comment on view facts.vehicle_origin is 'whether a vehicle was made abroad';

create view facts.order_use as select id as order_id, institution_id, vehicle_id, category, applicant_person_id as person_id from fleet.dispatch_order where category is not null or applicant_person_id is not null;
comment on view facts.order_use is 'what an order is for, and who of the rolls uses the vehicle';
comment on column facts.order_use.category is 'CONFIDENTIAL EMERGENCY LAW_ENFORCEMENT RECEPTION FIELD_WORK ORDINARY COMMUTING';

create view facts.fixed_supplier as select id, institution_id, name, service, document_no, starts_on, ends_on from fleet.fixed_supplier;
comment on view facts.fixed_supplier is '定点供应商, from day to day (both included)';

create view facts.fleet_filing as select institution_id, year, nullif(quarter, 0) as quarter, kind, filed_on, document_no from fleet.fleet_filing;
comment on view facts.fleet_filing is '公务用车报送、公示';

create view facts.road_charge as select id, institution_id, vehicle_id, serial_no, kind, entered_at, left_at, gate, amount from fleet.road_charge;
comment on view facts.road_charge is '通行、停车记录: TOLL PARKING';
