-- 数据来源: gateways that publish, and devices that are asked. Nothing is taken from a gateway that does not stand here.
create table energy.source (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    name           text not null constraint source_name_is_plain check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    protocol       text not null,
    host           text,
    port           integer constraint source_port_is_one check (port between 1 and 65535),
    period_minutes integer not null default 15 constraint source_period_is_plausible check (period_minutes between 1 and 1440),
    enabled        boolean not null default true,
    note           text,
    constraint source_name_is_unique_in_its_institution unique (name, institution_id)
);
create index source_by_name on energy.source (name, id);
select lifeline.attach('energy.source');
select kernel.guard_ledger('energy.source');

-- 采集点: which value of a device that is asked is the reading of which meter.
create table energy.point (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    source_id      uuid not null references energy.source on delete cascade,
    meter_id       uuid not null references energy.meter on delete cascade,
    item           text not null default 'total',
    address        text not null,
    function       text,
    register       integer constraint point_register_is_one check (register between 0 and 65535),
    kind           text,
    byte_order     text,
    scale          numeric(18, 9) constraint point_scale_is_not_nought check (scale <> 0),
    invalid        numeric(30, 9),
    constraint point_is_read_once unique (source_id, meter_id, item)
);
create index point_by_item on energy.point (item, id);
create index point_of_meter on energy.point (meter_id);
comment on column energy.point.address is 'Modbus: the unit, 1 to 255; DL/T 645: the twelve digits of the meter';
comment on column energy.point.function is 'Modbus: which kind of registers; DL/T 645: the data identifier, 00010000 if none';
select lifeline.attach('energy.point');
select kernel.guard_ledger('energy.point');

-- How sources are doing.
create table energy.source_state (
    source_id  uuid primary key references energy.source on delete cascade,
    heard_at   timestamptz,
    failed_at  timestamptz,
    failure    text,
    failures   integer not null default 0,
    taken_until timestamptz
);
comment on column energy.source_state.failures is 'in a row; nought when it answered last';
comment on column energy.source_state.taken_until is 'another server leaves it alone until then';
select kernel.guard_part('energy.source_state', 'source_id', 'energy.source');
select kernel.let_accounts_in();
