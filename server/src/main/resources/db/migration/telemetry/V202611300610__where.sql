-- Where somebody was is read from the index alone: the rows of a terminal lie where they came in, between those of all
-- others, and a day would be thousands of pages; in the index they lie side by side.
alter table telemetry.position drop constraint position_pkey;
alter table telemetry.position add primary key (terminal, at, digest) include (lat, lon, speed, direction, status, fuel, received_at);

-- As before, and vacuumed as it grows: an index answers alone only for pages that are known to be visible to all.
create or replace function telemetry.make_month(of timestamptz) returns void
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
    execute format('create table telemetry.%I (like telemetry.position including all)
                      with (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 500000)', name);
    execute format('with early as (delete from telemetry.position where at >= %L and at < %L returning *)
                    insert into telemetry.%I select * from early', first, next, name);
    execute format('alter table telemetry.position attach partition telemetry.%I for values from (%L) to (%L)', name, first, next);
    execute format('alter table telemetry.%I enable row level security', name);
    execute format('alter table telemetry.%I force row level security', name);
end $$;

-- Where each terminal was last. Made from the positions, and made again from them: a second behind, never wrong for good.
create table telemetry.latest (
    terminal    integer primary key,
    at          timestamptz,
    lat         integer,
    lon         integer,
    speed       smallint,
    direction   smallint,
    status      integer,
    fuel        smallint,
    received_at timestamptz,
    astray_at   timestamptz,
    noted_at    timestamptz not null,
    constraint a_latest_position_is_whole check (num_nulls(at, lat, lon, speed, direction, status, received_at) in (0, 7))
) with (fillfactor = 50);
comment on table telemetry.latest is 'the newest position with a fix that was not told ahead of its time; null where there is none';
comment on column telemetry.latest.astray_at is 'when it last told a time that cannot be';
comment on column telemetry.latest.noted_at is 'when this row last changed: whoever looks asks for what changed since';

alter table telemetry.link add refused_at timestamptz;
comment on column telemetry.link.refused_at is 'when registration or authentication was last refused under its number';

-- @param numbers of the terminals that were heard; null for all. In the order of their numbers, so that two who do it do not wait for each other in a circle.
create function telemetry.catch_up(numbers integer[], current timestamptz) returns void
    language sql as $$
    insert into telemetry.latest as known (terminal, at, lat, lon, speed, direction, status, fuel, received_at, noted_at)
    select t.number, p.at, p.lat, p.lon, p.speed, p.direction, p.status, p.fuel, p.received_at, current
      from telemetry.terminal t
      left join telemetry.latest l on l.terminal = t.number
     cross join lateral (
           select * from telemetry.position
            where terminal = t.number and at > coalesce(l.at, '2011-01-01') and at < current + interval '10 minutes'
              and at <= received_at + interval '10 minutes' and status & 2 <> 0
            order by at desc, digest desc limit 1) p
     where numbers is null or t.number = any (numbers)
     order by t.number
        on conflict (terminal) do update
       set at = excluded.at, lat = excluded.lat, lon = excluded.lon, speed = excluded.speed, direction = excluded.direction,
           status = excluded.status, fuel = excluded.fuel, received_at = excluded.received_at, noted_at = excluded.noted_at
     where known.at is null or known.at < excluded.at;

    insert into telemetry.latest as known (terminal, astray_at, noted_at)
    select t.number, p.received_at, current
      from telemetry.terminal t
      left join telemetry.latest l on l.terminal = t.number
     cross join lateral (
           select max(received_at) as received_at from telemetry.position
            where terminal = t.number and (at < '2011-01-01' or at > current + interval '10 minutes')) p
     where (numbers is null or t.number = any (numbers)) and p.received_at > coalesce(l.astray_at, '-infinity')
     order by t.number
        on conflict (terminal) do update set astray_at = excluded.astray_at, noted_at = excluded.noted_at;
$$;

do $$
begin
    perform kernel.guard('telemetry.latest', 'exists (select from telemetry.terminal t where t.number = terminal and '
                                             || kernel.within('reads', 't.institution_id') || ')');
end $$;
select kernel.let_accounts_in();
