-- Days of which nothing more is expected lie in one row each: a position costs a tenth of what it costs in the table of
-- positions, of which most was its key. A day is in one of the two places, never in both.
create table telemetry.packed (
    terminal   integer not null,
    day        date not null,
    count      integer not null,
    south      integer not null,
    north      integer not null,
    west       integer not null,
    east       integer not null,
    at         integer[] not null,
    lat        integer[] not null,
    lon        integer[] not null,
    speed      smallint[] not null,
    direction  smallint[] not null,
    alarm      integer[] not null,
    status     integer[] not null,
    altitude   smallint[] not null,
    odometer   integer[],
    fuel       smallint[],
    received   integer[] not null,
    extras     bytea[],
    digest     bytea not null,
    primary key (terminal, day)
);
comment on table telemetry.packed is 'positions of a day of a terminal (China standard time), in the order of their key; arrays are compressed by PostgreSQL (TOAST)';
comment on column telemetry.packed.at is 'milliseconds since the one before, the first since the day began; lat and lon likewise differences';
comment on column telemetry.packed.received is 'milliseconds from at; the microseconds of received_at are not kept';
comment on column telemetry.packed.odometer is 'null where none was told on that day; fuel and extras likewise';
comment on column telemetry.packed.digest is 'eight bytes each';
do $$
declare
    array_column name;
begin
    for array_column in select attname from pg_attribute where attrelid = 'telemetry.packed'::regclass and attnum > 7 and attname <> 'digest' loop
        if 'lz4' = any ((select enumvals from pg_settings where name = 'default_toast_compression')::text[]) then
            execute format('alter table telemetry.packed alter column %I set compression lz4', array_column);
        end if;
    end loop;
    perform kernel.guard('telemetry.packed', 'exists (select from telemetry.terminal t where t.number = terminal and '
                                             || kernel.within('reads', 't.institution_id') || ')');
end $$;
-- What does not compress is not tried.
alter table telemetry.packed alter column digest set storage external;

create function telemetry.starts(day date) returns timestamptz
    language sql immutable as $$ select day::timestamp at time zone 'Asia/Shanghai' $$;

-- Whoever packs a terminal, and whoever brings something late for it, are not there at once.
create function telemetry.settle_alone(of integer) returns void
    language sql volatile as $$ select pg_advisory_xact_lock(hashtext('telemetry.packed'), of % 64) $$;

-- @return how many positions went into a row; clocks that cannot be right stay out
create function telemetry.pack(of integer, on_day date) returns integer
    language plpgsql as $$
declare
    packed_count integer;
begin
    perform telemetry.settle_alone(of);
    with moved as (
        delete from telemetry.position
         where terminal = of and at >= telemetry.starts(on_day) and at < telemetry.starts(on_day + 1) and at <= received_at + interval '10 minutes'
        returning *
    ),
    ordered as (
        select *, extract(epoch from at - telemetry.starts(on_day)) * 1000 as millis,
               lag(extract(epoch from at - telemetry.starts(on_day)) * 1000, 1, 0) over w as millis_before,
               lag(lat, 1, 0) over w as lat_before, lag(lon, 1, 0) over w as lon_before
          from moved
        window w as (order by at, digest)
    )
    insert into telemetry.packed
    select of, on_day, count(*), min(lat), max(lat), min(lon), max(lon),
           array_agg((millis - millis_before)::integer order by at, digest), array_agg(lat - lat_before order by at, digest),
           array_agg(lon - lon_before order by at, digest), array_agg(speed order by at, digest), array_agg(direction order by at, digest),
           array_agg(alarm order by at, digest), array_agg(status order by at, digest), array_agg(altitude order by at, digest),
           case when count(odometer) > 0 then array_agg(odometer order by at, digest) end,
           case when count(fuel) > 0 then array_agg(fuel order by at, digest) end,
           array_agg(least(greatest(extract(epoch from received_at - at) * 1000, -2147483648), 2147483647)::integer order by at, digest),
           case when count(extras) > 0 then array_agg(extras order by at, digest) end,
           string_agg(int8send(digest), '' order by at, digest)
      from ordered
    having count(*) > 0
    returning count into packed_count;
    return coalesce(packed_count, 0);
end $$;

create function telemetry.unpacked(p telemetry.packed)
    returns table (at timestamptz, digest bigint, lat integer, lon integer, speed smallint, direction smallint, alarm integer, status integer,
                   altitude smallint, odometer integer, fuel smallint, received_at timestamptz, extras bytea, n bigint)
    language sql stable as $$
    select telemetry.starts(p.day) + interval '1 millisecond' * d.at,
           ('x' || encode(substr(p.digest, (8 * d.n - 7)::integer, 8), 'hex'))::bit(64)::bigint,
           d.lat, d.lon, d.speed, d.direction, d.alarm, d.status, d.altitude, d.odometer, d.fuel,
           telemetry.starts(p.day) + interval '1 millisecond' * (d.at + d.received), d.extras, d.n
      from (select u.n, sum(u.at) over w as at, (sum(u.lat) over w)::integer as lat, (sum(u.lon) over w)::integer as lon, u.speed, u.direction, u.alarm,
                   u.status, u.altitude, u.odometer, u.fuel, u.received, u.extras
              from rows from (unnest(p.at), unnest(p.lat), unnest(p.lon), unnest(p.speed), unnest(p.direction), unnest(p.alarm), unnest(p.status),
                              unnest(p.altitude), unnest(p.odometer), unnest(p.fuel), unnest(p.received), unnest(p.extras)) with ordinality
                   u (at, lat, lon, speed, direction, alarm, status, altitude, odometer, fuel, received, extras, n)
            window w as (order by u.n rows unbounded preceding)) d
$$;

-- The one face of both places; place orders what was told of one moment. PostgreSQL sees through it, so that the table of positions is read by its index alone.
create function telemetry.told(of integer, since timestamptz, until timestamptz)
    returns table (at timestamptz, place bigint, lat integer, lon integer, speed smallint, direction smallint, status integer, odometer integer,
                   fuel smallint, received_at timestamptz)
    language sql stable as $$
    select p.at, p.digest as place, p.lat, p.lon, p.speed, p.direction, p.status, p.odometer, p.fuel, p.received_at
      from telemetry.position p where p.terminal = of and p.at >= since and p.at < until
    union all
    select u.at, u.n, u.lat, u.lon, u.speed, u.direction, u.status, u.odometer, u.fuel, u.received_at
      from telemetry.packed k cross join lateral telemetry.unpacked(k) u
     where k.terminal = of and k.day >= (since at time zone 'Asia/Shanghai')::date and k.day <= ((until - interval '1 microsecond') at time zone 'Asia/Shanghai')::date
       and u.at >= since and u.at < until
$$;

-- Back among the positions: where something late has come for a day, it is one day again until it is packed anew.
create function telemetry.unpack(of integer, on_day date) returns integer
    language sql volatile as $$
    with taken as (delete from telemetry.packed where terminal = of and day = on_day returning *),
    put as (
        insert into telemetry.position (terminal, at, digest, lat, lon, alarm, status, speed, direction, altitude, odometer, fuel, extras, received_at)
        select of, u.at, u.digest, u.lat, u.lon, u.alarm, u.status, u.speed, u.direction, u.altitude, u.odometer, u.fuel, u.extras, u.received_at
          from taken k cross join lateral telemetry.unpacked(k) u
        on conflict do nothing
        returning 1)
    select count(*)::integer from put
$$;

-- Something late has come for these: their days lie open again before it is stored, so that what is told twice is known.
create function telemetry.open_days(terminals integer[], moments timestamptz[]) returns void
    language plpgsql as $$
declare
    part integer;
begin
    for part in select distinct t % 64 from unnest(terminals) t order by 1 loop
        perform pg_advisory_xact_lock_shared(hashtext('telemetry.packed'), part);
    end loop;
    perform telemetry.unpack(k.terminal, k.day)
       from (select distinct u.terminal, (u.moment at time zone 'Asia/Shanghai')::date as day from unnest(terminals, moments) u (terminal, moment)) u
       join telemetry.packed k on k.terminal = u.terminal and k.day = u.day;
end $$;

-- Months all of whose days are packed give their room back. @return how many
create function telemetry.give_back(before date) returns integer
    language plpgsql as $$
declare
    month name;
    any_left boolean;
    given integer := 0;
begin
    for month in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'telemetry.position'::regclass and c.relname ~ '^position_[0-9]{6}$'
           and to_date(right(c.relname, 6), 'YYYYMM') + interval '1 month' <= before and pg_relation_size(c.oid) > 0
    loop
        -- Policies show nothing of a part that is asked directly: they step aside while nobody else can look.
        execute format('lock table telemetry.%I in access exclusive mode', month);
        execute format('alter table telemetry.%I no force row level security', month);
        execute format('select exists (select from telemetry.%I)', month) into any_left;
        execute format('alter table telemetry.%I force row level security', month);
        if not any_left then
            execute format('truncate telemetry.%I', month);
            given := given + 1;
        end if;
    end loop;
    return given;
end $$;

select kernel.let_accounts_in();
