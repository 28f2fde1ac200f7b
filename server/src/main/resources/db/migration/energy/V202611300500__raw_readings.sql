-- What a meter's register looks like, and what raw readings call the meter: four bytes instead of sixteen, a hundred million times.
alter table energy.meter
    add column number integer generated always as identity constraint meter_number_is_unique unique,
    add column digits smallint not null default 8 constraint meter_digits_are_plausible check (digits between 1 and 15),
    add column decimals smallint not null default 2 constraint meter_decimals_are_plausible check (decimals between 0 and 6),
    add column most_per_hour integer constraint meter_carries_something check (most_per_hour > 0),
    add column gap_hours smallint not null default 2 constraint gap_hours_are_positive check (gap_hours > 0);
comment on column energy.meter.digits is 'of the register, decimals included: after 999999.99 comes 000000.00';
comment on column energy.meter.most_per_hour is 'more than that in an hour the meter cannot carry; null where nobody knows';
comment on column energy.meter.gap_hours is 'readings further apart than that leave a gap';

-- 表计履历: a moment at which the register's run ended and another began.
create table energy.installation (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    meter_id       uuid not null references energy.meter on delete cascade,
    begins_at      timestamptz not null,
    kind           text not null,
    end_register   numeric(18, 6) constraint end_register_is_not_negative check (end_register >= 0),
    start_register numeric(18, 6) constraint start_register_is_not_negative check (start_register >= 0),
    digits         smallint constraint installation_digits_are_plausible check (digits between 1 and 15),
    ratio          numeric(10, 3) constraint installation_ratio_is_positive check (ratio > 0),
    constraint installation_begins_once unique (meter_id, begins_at)
);
comment on column energy.installation.end_register is 'what the register showed when its run ended; where nobody noted it, what was consumed since the last reading is not known';
select lifeline.attach('energy.installation');
select kernel.guard_ledger('energy.installation');

-- 电价、水价: what a unit costs from a day on, for an institution and all below it that have none of their own.
create table energy.tariff (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    number         integer generated always as identity constraint tariff_number_is_unique unique,
    institution_id uuid not null,
    energy_kind    text not null,
    valid_from     date not null,
    price          numeric(10, 6) not null constraint price_is_plausible check (price between 0 and 9000),
    sharp_price    numeric(10, 6) constraint sharp_price_is_plausible check (sharp_price between 0 and 9000),
    sharp_hours    text,
    peak_price     numeric(10, 6) constraint peak_price_is_plausible check (peak_price between 0 and 9000),
    peak_hours     text,
    valley_price   numeric(10, 6) constraint valley_price_is_plausible check (valley_price between 0 and 9000),
    valley_hours   text,
    constraint tariff_begins_once unique (institution_id, energy_kind, valid_from)
);
comment on column energy.tariff.peak_hours is 'hours of the day such as 8-11,18-21: from 08:00 to 11:00 and from 18:00 to 21:00';
select lifeline.attach('energy.tariff');
select kernel.guard_ledger('energy.tariff');

-- Who brought readings when: one row a batch.
create table energy.reading_batch (
    id          bigint generated always as identity primary key,
    source      text not null,
    told_as     text not null,
    received_at timestamptz not null,
    readings    integer not null,
    stored      integer not null
);
comment on column energy.reading_batch.source is 'mqtt/gw-01, http/account, poll/name, collector/name';
comment on column energy.reading_batch.told_as is 'what whoever sent it calls it';
create index reading_batch_by_source on energy.reading_batch (source, id);

-- 示数: what registers showed, as it was told, for ever. What was said again is the same row; another figure for the same
-- moment is another row, and the one received later counts.
create table energy.raw_reading (
    meter    integer not null,
    quality  smallint not null constraint quality_is_known check (quality between 0 and 3),
    received integer not null,
    at       timestamptz not null,
    batch    bigint not null,
    value    numeric not null,
    since    timestamptz,
    item     text,
    unit     text not null,
    constraint reading_is_told_once unique nulls not distinct (meter, at, value, quality, since, item)
) partition by range (at);
comment on table energy.raw_reading is 'never changed and never deleted; energy.meter_day is made of it';
comment on column energy.raw_reading.meter is 'energy.meter.number';
comment on column energy.raw_reading.quality is '0 good, 1 estimated, 2 suspect, 3 withdrawn';
comment on column energy.raw_reading.received is 'counts up as readings of the meter arrive';
comment on column energy.raw_reading.since is 'where the value is the consumption since then; null where it is what the register shows';
comment on column energy.raw_reading.item is 'which register of the meter, where it has several; null for the total, of which consumption is made';
-- What a clock that is wrong says stays to be looked at, and out of the way.
create table energy.raw_reading_astray partition of energy.raw_reading default;

create function energy.make_month(of timestamptz) returns void
    language plpgsql as $$
declare
    first timestamptz := date_trunc('month', of, 'Asia/Shanghai');
    next  timestamptz := date_trunc('month', first + interval '32 days', 'Asia/Shanghai');
    name  text := 'raw_reading_' || to_char(first at time zone 'Asia/Shanghai', 'YYYYMM');
begin
    if to_regclass('energy.' || name) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('energy.make_month'));
    if to_regclass('energy.' || name) is not null then
        return;
    end if;
    execute format('create table energy.%I (like energy.raw_reading including all)', name);
    execute format('with early as (delete from energy.raw_reading where at >= %L and at < %L returning *)
                    insert into energy.%I select * from early', first, next, name);
    execute format('alter table energy.raw_reading attach partition energy.%I for values from (%L) to (%L)', name, first, next);
    execute format('alter table energy.%I enable row level security', name);
    execute format('alter table energy.%I force row level security', name);
end $$;

-- What is known of a meter that speaks. Whoever stores readings of a meter holds its row: one after the other.
create table energy.meter_state (
    meter_id   uuid primary key constraint meter_that_spoke_stays references energy.meter,
    number     integer not null constraint meter_state_number_is_unique unique,
    received   integer not null default 0,
    intervals  boolean,
    source     text,
    heard_at   timestamptz,
    last_at    timestamptz,
    last_value numeric,
    failure    text
) with (fillfactor = 60);
comment on column energy.meter_state.intervals is 'whether it tells what was consumed instead of what its register shows; null before its first reading';
comment on column energy.meter_state.failure is 'why its readings could not be made into consumption, in words of the library';

-- A day of a meter: what is imported, and what its readings say. Where both speak of an hour the readings count.
alter table energy.meter_day
    add column imported      double precision[],
    add column nanos         bigint[],
    add column marks         integer[],
    add column day_marks     integer,
    add column cost_micros   bigint,
    add column kgce_micros   bigint,
    add column co2_micros    bigint,
    add column covered_millis integer,
    add column read_from     timestamptz,
    add column read_until    timestamptz,
    add column newest        integer,
    add column tariff        integer,
    add column kgce_factor   integer,
    add column co2_factor    integer;
comment on table energy.meter_day is 'hours as they are known: of energy.reading (imported), kept by triggers on it, and of energy.raw_reading (nanos)';
comment on column energy.meter_day.nanos is 'what the readings say of each hour, in billionths of the unit; null where no reading speaks of the day';
comment on column energy.meter_day.imported is 'what was imported of a day of which readings speak as well; of other days the hours themselves are the imported ones';
comment on column energy.meter_day.marks is 'of each hour, bits in the order of Mark in the library meters; null where there are none';
comment on column energy.meter_day.newest is 'the last raw reading received that it rests on';

-- 关账: what a month came to when it was closed (number 0), and each correction since (1, 2, …): what it is known to be by then.
create table energy.closed_month (
    institution_id uuid not null,
    month          date not null constraint closed_month_is_a_first check (extract(day from month) = 1),
    closed_at      timestamptz not null,
    closed_by      text not null,
    primary key (institution_id, month)
);
create table energy.month_entry (
    meter_id       uuid not null references energy.meter,
    month          date not null,
    number         integer not null,
    noted_at       timestamptz not null,
    batch          bigint,
    nanos          bigint not null,
    cost_micros    bigint not null,
    kgce_micros    bigint not null,
    co2_micros     bigint not null,
    covered_millis bigint not null,
    marks          integer not null,
    read_from      timestamptz not null,
    read_until     timestamptz not null,
    newest         integer not null,
    tariff         integer not null,
    kgce_factor    integer not null,
    co2_factor     integer not null,
    primary key (meter_id, month, number)
);
comment on column energy.month_entry.batch is 'whose readings made the correction; null for the booking, and where the meter''s history or a price did';

do $$
declare
    its constant text := 'exists (select from energy.meter m where m.id = meter_id and ' || kernel.within('reads', 'm.institution_id') || ')';
begin
    perform kernel.guard('energy.raw_reading', 'exists (select from energy.meter m where m.number = meter and ' || kernel.within('reads', 'm.institution_id') || ')');
    perform kernel.guard('energy.reading_batch', 'false');
    perform kernel.guard('energy.meter_state', its);
    perform kernel.guard('energy.month_entry', its);
    perform kernel.guard_ledger('energy.closed_month', '');
end $$;

create function energy.in_units(nanos bigint[]) returns double precision[]
    language sql immutable parallel safe as $$ select array_agg(n / 1e9::double precision order by o) from unnest(nanos) with ordinality u(n, o) $$;
create function energy.either(counts double precision[], otherwise double precision[]) returns double precision[]
    language sql immutable parallel safe as $$
    select case when otherwise is null then counts when counts is null then otherwise
                else (select array_agg(coalesce(c, i) order by o) from unnest(counts, otherwise) with ordinality u(c, i, o)) end
$$;
create function energy.total(hours double precision[]) returns double precision
    language sql immutable parallel safe as $$ select sum(h) from unnest(hours) h $$;

-- Imported readings change: the days that readings of the meter speak of keep what these say.
create or replace function energy.rebuild_days(meters uuid[], days date[]) returns void
    language plpgsql as $$
begin
    delete from energy.meter_day d using unnest(meters, days) t(meter_id, day)
     where d.meter_id = t.meter_id and d.day = t.day and d.nanos is null;
    update energy.meter_day d
       set imported = null, hours = energy.in_units(d.nanos), amount = energy.total(energy.in_units(d.nanos)),
           hours_read = cardinality(array_remove(d.nanos, null))
      from unnest(meters, days) t(meter_id, day)
     where d.meter_id = t.meter_id and d.day = t.day;
    insert into energy.meter_day as d (meter_id, day, hours, amount, hours_read)
    select meter_id, day, by_hour, amount, cardinality(array_remove(by_hour, null))
      from (select meter_id, day, energy.by_hour(hours, amounts) as by_hour, amount
              from (select r.meter_id, r.day, array_agg(extract(hour from r.local)::int order by r.local) as hours,
                           array_agg(r.amount order by r.local) as amounts, sum(r.amount order by r.local) as amount
                      from (select t.meter_id, t.day, r.amount, r.at at time zone 'Asia/Shanghai' as local
                              from unnest(meters, days) t(meter_id, day)
                              join energy.reading r
                                on r.meter_id = t.meter_id
                               and r.at >= t.day::timestamp at time zone 'Asia/Shanghai'
                               and r.at < (t.day + 1)::timestamp at time zone 'Asia/Shanghai') r
                     group by r.meter_id, r.day) read) summed
    on conflict (meter_id, day) do update
       set imported = excluded.hours,
           hours = energy.either(energy.in_units(d.nanos), excluded.hours),
           amount = energy.total(energy.either(energy.in_units(d.nanos), excluded.hours)),
           hours_read = cardinality(array_remove(energy.either(energy.in_units(d.nanos), excluded.hours), null));
end $$;

create or replace function energy.sum_up_days() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    meters uuid[];
    days   date[];
begin
    if tg_op = 'INSERT' then
        with touched as materialized (
            select distinct meter_id, (at at time zone 'Asia/Shanghai')::date as day from new_rows
        ), gone as (
            delete from energy.meter_day d using touched t where d.meter_id = t.meter_id and d.day = t.day and d.nanos is null
            returning d.meter_id, d.day
        ), spoken as (
            select d.meter_id, d.day from energy.meter_day d join touched t on d.meter_id = t.meter_id and d.day = t.day
             where d.nanos is not null
        )
        select array_agg(meter_id), array_agg(day) into meters, days from (select * from gone union all select * from spoken) known;

        -- A day that had no row had no reading: what is new is all there is.
        insert into energy.meter_day (meter_id, day, hours, amount, hours_read)
        select meter_id, day, by_hour, amount, cardinality(array_remove(by_hour, null))
          from (select meter_id, day, energy.by_hour(hours, amounts) as by_hour, amount
                  from (select n.meter_id, n.day, array_agg(extract(hour from n.local)::int order by n.local) as hours,
                               array_agg(n.amount order by n.local) as amounts, sum(n.amount order by n.local) as amount
                          from (select meter_id, local::date as day, local, amount
                                  from (select meter_id, amount, at at time zone 'Asia/Shanghai' as local from new_rows offset 0) r) n
                         where not exists (select from unnest(meters, days) t(meter_id, day)
                                            where t.meter_id = n.meter_id and t.day = n.day)
                         group by n.meter_id, n.day) read) summed;
    elsif tg_op = 'UPDATE' then
        select array_agg(meter_id), array_agg(day) into meters, days
          from (select meter_id, (at at time zone 'Asia/Shanghai')::date as day from new_rows
                union select meter_id, (at at time zone 'Asia/Shanghai')::date from old_rows) touched;
    else
        select array_agg(meter_id), array_agg(day) into meters, days
          from (select distinct meter_id, (at at time zone 'Asia/Shanghai')::date as day from old_rows) touched;
    end if;
    if meters is not null then
        perform energy.rebuild_days(meters, days);
    end if;
    return null;
end $$;

select kernel.let_accounts_in();

-- The last moment of a register before this one that counts, and the first after it: what was withdrawn does not. Looked for
-- nearby first, so that not every month there is must be asked.
create function energy.counts_before(of integer, moment timestamptz) returns timestamptz
    language plpgsql stable as $$
declare
    found timestamptz;
begin
    select r.at into found from energy.raw_reading r
     where r.meter = of and r.at < moment and r.at >= moment - interval '35 days' and r.item is null and r.since is null and r.quality <> 3
       and not exists (select from energy.raw_reading w
                        where w.meter = of and w.at = r.at and w.quality = 3 and w.item is null and w.since is null and w.received > r.received)
     order by r.at desc limit 1;
    if found is null then
        select r.at into found from energy.raw_reading r
         where r.meter = of and r.at < moment - interval '35 days' and r.item is null and r.since is null and r.quality <> 3
           and not exists (select from energy.raw_reading w
                            where w.meter = of and w.at = r.at and w.quality = 3 and w.item is null and w.since is null and w.received > r.received)
         order by r.at desc limit 1;
    end if;
    return found;
end $$;
create function energy.counts_after(of integer, moment timestamptz) returns timestamptz
    language plpgsql stable as $$
declare
    found timestamptz;
begin
    select r.at into found from energy.raw_reading r
     where r.meter = of and r.at > moment and r.item is null and r.since is null and r.quality <> 3
       and not exists (select from energy.raw_reading w
                        where w.meter = of and w.at = r.at and w.quality = 3 and w.item is null and w.since is null and w.received > r.received)
     order by r.at limit 1;
    return found;
end $$;

-- From which reading to which the days are made that changes within this time touch: from the neighbours of the changes to the
-- ends of their days, and to the next readings beyond those.
create function energy.reach(of integer, first timestamptz, last timestamptz, out since timestamptz, out until timestamptz)
    language plpgsql stable as $$
begin
    since := date_trunc('day', coalesce(energy.counts_before(of, first), first), 'Asia/Shanghai');
    since := coalesce(energy.counts_before(of, since + interval '1 millisecond'), since);
    until := coalesce(energy.counts_after(of, last), last);
    until := date_trunc('day', until - interval '1 microsecond', 'Asia/Shanghai') + interval '1 day';
    until := coalesce(energy.counts_after(of, until - interval '1 millisecond'), until);
end $$;

-- Of a device that tells what was consumed: whatever overlaps the days of the changes, and what overlaps that.
create function energy.reach_of_intervals(of integer, first timestamptz, last timestamptz, out since timestamptz, out until timestamptz)
    language plpgsql stable as $$
declare
    earlier timestamptz;
    later   timestamptz;
begin
    since := date_trunc('day', first, 'Asia/Shanghai');
    until := date_trunc('day', last - interval '1 microsecond', 'Asia/Shanghai') + interval '1 day';
    loop
        select date_trunc('day', min(r.since), 'Asia/Shanghai'),
               date_trunc('day', max(r.at) - interval '1 microsecond', 'Asia/Shanghai') + interval '1 day' into earlier, later
          from energy.raw_reading r
         where r.meter = of and r.at > reach_of_intervals.since and r.since < reach_of_intervals.until and r.item is null;
        exit when earlier is null or (earlier >= since and later <= until);
        since := least(since, earlier);
        until := greatest(until, later);
    end loop;
end $$;

-- The hours of a meter as they are known, whoever told them: for curves.
create view energy.hour with (security_invoker = true) as
select d.meter_id, d.day, (d.day + make_interval(hours => h.n::int - 1)) at time zone 'Asia/Shanghai' as at, h.amount
  from energy.meter_day d
 cross join lateral unnest(d.hours) with ordinality h(amount, n)
 where h.amount is not null;

select kernel.let_accounts_in();
