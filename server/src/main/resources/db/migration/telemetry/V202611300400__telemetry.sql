create schema telemetry;

-- 车载终端: the inventory. Nothing is taken from a terminal that does not stand here.
create table telemetry.terminal (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    number         integer not null generated always as identity constraint terminal_number_is_unique unique,
    institution_id uuid not null,
    phone          text not null constraint terminal_phone_is_of_digits check (phone ~ '^[1-9][0-9]{0,19}$'),
    device_no      text,
    maker          text,
    model          text,
    plate          text,
    imei           text,
    dialect        text not null default 'STANDARD',
    registers_again boolean not null default true,
    fitted_on      date,
    removed_on     date,
    constraint terminal_phone_is_unique_in_its_institution unique (institution_id, phone),
    constraint terminal_is_removed_after_it_was_fitted check (removed_on >= fitted_on)
);
comment on table telemetry.terminal is 'JT/T 808 terminals; phone is the 终端手机号 of the header without leading zeros';
comment on column telemetry.terminal.number is 'what positions call it: four bytes instead of sixteen, a hundred million times';
comment on column telemetry.terminal.device_no is '终端ID of message 0x0100; when it is set, another is refused';
comment on column telemetry.terminal.plate is 'when it is set, a registration for another vehicle is refused';
comment on column telemetry.terminal.imei is 'when it is set, authentication with another is refused (2019)';
comment on column telemetry.terminal.registers_again is 'a terminal that has a code may ask for a new one while nobody is signed in with the old';
create index terminal_by_phone on telemetry.terminal (phone);
create index terminal_search on telemetry.terminal using gin (kernel.fragments(phone, device_no, plate));

-- What is known of the terminal's line, by the gateways alone.
create table telemetry.link (
    terminal_id   uuid primary key references telemetry.terminal on delete cascade,
    code_hash     bytea,
    code_since    timestamptz,
    next_hash     bytea,
    edition       text,
    identity      jsonb,
    session       uuid,
    gateway       text,
    remote        text,
    connected_at  timestamptz,
    heard_at      timestamptz,
    parted_at     timestamptz,
    parted_why    text
);
comment on column telemetry.link.code_hash is 'SHA-256 of the authentication code; the code itself is kept by the terminal alone';
comment on column telemetry.link.next_hash is 'of a code issued again: it takes the place of the other when it is first used';
comment on column telemetry.link.session is 'the one connection that speaks for the terminal; another gateway takes it over by writing here';

-- Positions as terminals told them, once each. lat, lon: millionths of a degree, north and east positive, in the datum of the
-- terminal (WGS-84); speed: 0.1 km/h; direction: degrees from north; altitude: m; odometer: 0.1 km; fuel: 0.1 L.
create table telemetry.position (
    terminal    integer not null,
    speed       smallint not null,
    direction   smallint not null,
    at          timestamptz not null,
    digest      bigint not null,
    lat         integer not null,
    lon         integer not null,
    alarm       integer not null,
    status      integer not null,
    odometer    integer,
    altitude    smallint not null,
    fuel        smallint,
    received_at timestamptz not null,
    extras      bytea,
    primary key (terminal, at, digest)
) partition by range (at);
comment on column telemetry.position.at is 'as the terminal''s clock says';
comment on column telemetry.position.digest is 'of all that was told: the same told twice is one row, whichever came first';
comment on column telemetry.position.extras is 'additional information items and what follows them, as they came';
comment on column telemetry.position.received_at is 'when it was first stored';
-- What clocks without a battery say stays to be looked at, and out of the way.
create table telemetry.position_astray partition of telemetry.position default;

-- What else terminals say is kept as it came, for as long as the retention says.
create table telemetry.message (
    id          bigint generated always as identity primary key,
    terminal    integer not null,
    received_at timestamptz not null default now(),
    kind        integer not null,
    edition     text not null,
    body        bytea not null
);
create index message_of_terminal on telemetry.message (terminal, received_at);

-- Whose positions have come, for whoever makes facts of them: a row a batch.
create table telemetry.arrival (
    id        bigint generated always as identity primary key,
    at        timestamptz not null default now(),
    terminals integer[] not null,
    since     timestamptz[] not null
);
comment on column telemetry.arrival.since is 'of each terminal, the earliest new position of the batch';

-- Positions of a month have a table of their own. What a clock had told of it long before it came is taken along.
create function telemetry.make_month(of timestamptz) returns void
    language plpgsql as $$
declare
    first timestamptz := date_trunc('month', of, 'Asia/Shanghai');
    next  timestamptz := date_trunc('month', first + interval '32 days', 'Asia/Shanghai');
    name  text := 'position_' || to_char(first at time zone 'Asia/Shanghai', 'YYYYMM');
begin
    perform pg_advisory_xact_lock(hashtext('telemetry.make_month'));
    if to_regclass('telemetry.' || name) is not null then
        return;
    end if;
    execute format('create table telemetry.%I (like telemetry.position including all)', name);
    execute format('with early as (delete from telemetry.position where at >= %L and at < %L returning *)
                    insert into telemetry.%I select * from early', first, next, name);
    execute format('alter table telemetry.position attach partition telemetry.%I for values from (%L) to (%L)', name, first, next);
    execute format('alter table telemetry.%I enable row level security', name);
    execute format('alter table telemetry.%I force row level security', name);
end $$;

select lifeline.attach('telemetry.terminal');
select kernel.guard_ledger('telemetry.terminal');
select kernel.guard_part('telemetry.link', 'terminal_id', 'telemetry.terminal');
do $$
declare
    its constant text := 'exists (select from telemetry.terminal t where t.number = terminal and ' || kernel.within('reads', 't.institution_id') || ')';
begin
    perform kernel.guard('telemetry.position', its);
    perform kernel.guard('telemetry.message', its);
    perform kernel.guard('telemetry.arrival', 'false');
end $$;
