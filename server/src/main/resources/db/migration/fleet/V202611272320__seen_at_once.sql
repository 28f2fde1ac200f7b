-- What rules ask of every trip of a province is kept as trips come, so that a sweep need not read millions to find a few.

create function fleet.is_approved(status text) returns boolean
    language sql immutable parallel safe return status in ('APPROVED', 'DISPATCHED', 'UNDER_WAY', 'COMPLETED');

-- The order that set out last before a trip is nearly always its own; only when it is not are all of them looked through.
create function fleet.in_order(vehicle uuid, moment timestamptz) returns boolean
    language sql stable parallel safe
    return case when (select o.planned_end >= moment and fleet.is_approved(o.status)
                        from fleet.dispatch_order o
                       where o.vehicle_id = vehicle and o.planned_start <= moment
                       order by o.planned_start desc limit 1) then true
                else exists (select from fleet.dispatch_order o
                              where o.vehicle_id = vehicle and o.planned_start <= moment and o.planned_end >= moment
                                and fleet.is_approved(o.status)) end;

create table fleet.trip_outside_orders (
    trip_id        uuid primary key references fleet.trip on delete cascade,
    vehicle_id     uuid not null,
    institution_id uuid not null
);
comment on table fleet.trip_outside_orders is 'Trips that set out outside the time of every approved order of their vehicle. More may stand here, never fewer';
create index trip_outside_orders_of_institution on fleet.trip_outside_orders (institution_id);
create index trip_outside_orders_of_vehicle on fleet.trip_outside_orders (vehicle_id);

create table fleet.vehicle_month (
    vehicle_id       uuid not null,
    institution_id   uuid not null,
    month            date not null,
    trips            integer not null,
    kilometres       numeric not null,
    first_started_at timestamptz not null,
    last_started_at  timestamptz not null,
    last_ended_at    timestamptz not null,
    earliest         interval not null,
    latest           interval not null,
    days             integer not null,
    farthest         double precision,
    primary key (vehicle_id, institution_id, month)
);
comment on table fleet.vehicle_month is 'Trips of a vehicle that set out in a month of local time, by the institution that kept them';
comment on column fleet.vehicle_month.earliest is 'time of day of the earliest departure';
comment on column fleet.vehicle_month.latest is 'the latest arrival, counted from the midnight before its departure';
comment on column fleet.vehicle_month.days is 'bit n - 1 is set when a trip set out on day n of the month';
comment on column fleet.vehicle_month.farthest is 'metres from its parking place to where the last trip of a day ended, the farthest of all days; a day told in parts may seem farther than it was';
create index vehicle_month_of_institution on fleet.vehicle_month (institution_id, month);

create function fleet.metres(longitude numeric, latitude numeric, other_longitude numeric, other_latitude numeric) returns double precision
    language sql immutable parallel safe
    return 2 * 6371008.8 * asin(sqrt(least(1, power(sin(radians(latitude - other_latitude) / 2), 2)
               + cos(radians(other_latitude)) * cos(radians(latitude)) * power(sin(radians(longitude - other_longitude) / 2), 2))));

-- The months of trips, as SQL: of those that come, or of those that stand. Columns as in fleet.vehicle_month.
create function fleet.months_of(trips text, vehicles text default 'fleet.vehicle') returns text
    language sql immutable
    return format($$
    select t.vehicle_id, t.institution_id, date_trunc('month', local)::date, count(*), sum(kilometres),
           min(started_at), max(started_at), max(ended_at), min(local - day), max(arrived - day), bit_or(1 << extract(day from day)::int - 1),
           max(case when last_of_day and end_longitude <> 0 and end_latitude <> 0 and v.parking_longitude <> 0 and v.parking_latitude <> 0
                    then fleet.metres(end_longitude, end_latitude, v.parking_longitude, v.parking_latitude) end)
      from (select *, lead(day) over (partition by vehicle_id, institution_id order by started_at) is distinct from day as last_of_day
              from (select *, started_at at time zone 'Asia/Shanghai' as local, date_trunc('day', started_at at time zone 'Asia/Shanghai') as day,
                           ended_at at time zone 'Asia/Shanghai' as arrived from %s x) y) t
      join %s v on v.id = t.vehicle_id
     group by 1, 2, 3
     order by 1, 2, 3
    $$, trips, vehicles);

create function fleet.count_months(vehicles uuid[], months date[]) returns void
    language plpgsql as $$
begin
    delete from fleet.vehicle_month m using unnest(vehicles, months) x(vehicle_id, month) where m.vehicle_id = x.vehicle_id and m.month = x.month;
    execute 'insert into fleet.vehicle_month ' || fleet.months_of($trips$
        (select t.* from unnest($1, $2) x(vehicle_id, month)
           join fleet.trip t on t.vehicle_id = x.vehicle_id
                            and t.started_at >= x.month::timestamp at time zone 'Asia/Shanghai'
                            and t.started_at < (x.month + interval '1 month') at time zone 'Asia/Shanghai') $trips$)
    using vehicles, months;
end $$;

-- Whoever adds a trip holds its vehicle, by the foreign key, before this is told of it. What takes something away waits
-- for them, so that nothing is counted, or found to be inside an order, that another has just changed.
create function fleet.hold_vehicles(vehicles uuid[]) returns void
    language sql as $$ select from fleet.vehicle v where v.id = any (vehicles) order by v.id for update $$;

create function fleet.keep_track_of_trips() returns trigger
    language plpgsql as $track$
declare
    vehicles uuid[];
    months   date[];
begin
    if tg_op = 'UPDATE' then
        delete from fleet.trip_outside_orders x using old_rows o where x.trip_id = o.id;
    end if;
    if tg_op <> 'DELETE' then
        insert into fleet.trip_outside_orders
        select t.id, t.vehicle_id, t.institution_id from new_rows t where not fleet.in_order(t.vehicle_id, t.started_at);
    end if;
    if tg_op = 'INSERT' then
        execute 'insert into fleet.vehicle_month as m ' || fleet.months_of('new_rows') || $$
        on conflict (vehicle_id, institution_id, month) do update
           set trips = m.trips + excluded.trips, kilometres = m.kilometres + excluded.kilometres,
               first_started_at = least(m.first_started_at, excluded.first_started_at),
               last_started_at = greatest(m.last_started_at, excluded.last_started_at),
               last_ended_at = greatest(m.last_ended_at, excluded.last_ended_at),
               earliest = least(m.earliest, excluded.earliest), latest = greatest(m.latest, excluded.latest),
               days = m.days | excluded.days, farthest = greatest(m.farthest, excluded.farthest) $$;
        return null;
    end if;
    if tg_op = 'UPDATE' then
        select array_agg(vehicle_id), array_agg(month) into vehicles, months
          from (select vehicle_id, date_trunc('month', started_at at time zone 'Asia/Shanghai')::date as month from old_rows
                union select vehicle_id, date_trunc('month', started_at at time zone 'Asia/Shanghai')::date from new_rows) touched;
    else
        select array_agg(vehicle_id), array_agg(month) into vehicles, months
          from (select distinct vehicle_id, date_trunc('month', started_at at time zone 'Asia/Shanghai')::date as month from old_rows) touched;
    end if;
    if vehicles is not null then
        perform fleet.hold_vehicles(vehicles);
        perform fleet.count_months(vehicles, months);
    end if;
    return null;
end $track$;

create trigger keeps_track_insert after insert on fleet.trip referencing new table as new_rows for each statement execute function fleet.keep_track_of_trips();
create trigger keeps_track_update after update on fleet.trip referencing old table as old_rows new table as new_rows for each statement execute function fleet.keep_track_of_trips();
create trigger keeps_track_delete after delete on fleet.trip referencing old table as old_rows for each statement execute function fleet.keep_track_of_trips();

create function fleet.keep_track_of_parking() returns trigger
    language plpgsql as $$
declare
    vehicles uuid[];
    months   date[];
begin
    select array_agg(m.vehicle_id), array_agg(m.month) into vehicles, months
      from (select distinct m.vehicle_id, m.month
              from new_rows n
              join old_rows o on o.id = n.id
               and (o.parking_longitude, o.parking_latitude) is distinct from (n.parking_longitude, n.parking_latitude)
              join fleet.vehicle_month m on m.vehicle_id = n.id) m;
    if vehicles is not null then
        perform fleet.count_months(vehicles, months);
    end if;
    return null;
end $$;

create trigger keeps_track_update after update on fleet.vehicle referencing old table as old_rows new table as new_rows for each statement execute function fleet.keep_track_of_parking();

create function fleet.keep_track_of_orders() returns trigger
    language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform fleet.hold_vehicles(array(select vehicle_id from old_rows));
        insert into fleet.trip_outside_orders
        select distinct t.id, t.vehicle_id, t.institution_id
          from old_rows o
          join fleet.trip t on t.vehicle_id = o.vehicle_id and t.started_at between o.planned_start and o.planned_end
         where not fleet.in_order(t.vehicle_id, t.started_at)
        on conflict do nothing;
    end if;
    if tg_op <> 'DELETE' then
        delete from fleet.trip_outside_orders x
         using new_rows o, fleet.trip t
         where x.vehicle_id = o.vehicle_id and t.id = x.trip_id and t.started_at between o.planned_start and o.planned_end
           and fleet.is_approved(o.status);
    end if;
    return null;
end $$;

create trigger keeps_track_insert after insert on fleet.dispatch_order referencing new table as new_rows for each statement execute function fleet.keep_track_of_orders();
create trigger keeps_track_update after update on fleet.dispatch_order referencing old table as old_rows new table as new_rows for each statement execute function fleet.keep_track_of_orders();
create trigger keeps_track_delete after delete on fleet.dispatch_order referencing old table as old_rows for each statement execute function fleet.keep_track_of_orders();

insert into fleet.trip_outside_orders
select id, vehicle_id, institution_id from fleet.trip where not fleet.in_order(vehicle_id, started_at);
select fleet.count_months(array_agg(vehicle_id), array_agg(month))
  from (select distinct vehicle_id, date_trunc('month', started_at at time zone 'Asia/Shanghai')::date as month from fleet.trip) t;
analyze fleet.trip_outside_orders;
analyze fleet.vehicle_month;

create view facts.trip_outside_orders as
select t.id, x.institution_id, x.vehicle_id, t.started_at, t.ended_at, t.kilometres, t.odometer, t.order_no, t.origin, t.destination
  from fleet.trip_outside_orders x
 cross join lateral (select * from fleet.trip t where t.id = x.trip_id offset 0) t;
comment on view facts.trip_outside_orders is 'Trips that set out outside the time of every approved order of their vehicle; asked again by who needs to be sure';

create view facts.vehicle_month as
select institution_id, vehicle_id, month, trips, kilometres, first_started_at, last_started_at, last_ended_at, earliest, latest, days, farthest
  from fleet.vehicle_month;
comment on view facts.vehicle_month is 'Trips of a vehicle that set out in a month of local time';
comment on column facts.vehicle_month.earliest is 'time of day of the earliest departure';
comment on column facts.vehicle_month.latest is 'the latest arrival, counted from the midnight before its departure';
comment on column facts.vehicle_month.days is 'bit n - 1 is set when a trip set out on day n of the month';
comment on column facts.vehicle_month.farthest is 'metres from its parking place to where the last trip of a day ended, at most; null without positions';
