-- Two more questions that rules ask of every trip are answered as trips come: which of them ended after the order they
-- name had planned, and how far a vehicle's month took it.

create table fleet.trip_past_order (
    trip_id        uuid not null references fleet.trip on delete cascade,
    order_id       uuid not null references fleet.dispatch_order on delete cascade,
    vehicle_id     uuid not null,
    institution_id uuid not null,
    started_at     timestamptz not null,
    ended_at       timestamptz not null,
    primary key (trip_id, order_id)
);
comment on table fleet.trip_past_order is 'Trips that ended after the approved order they name had planned, within a month: numbers of orders begin anew each year';
create index trip_past_order_of_order on fleet.trip_past_order (order_id);
create index trip_past_order_of_institution on fleet.trip_past_order (institution_id);
select kernel.guard_ledger('fleet.trip_past_order', '');

alter table fleet.vehicle_month add column reach double precision;
comment on column fleet.vehicle_month.reach is 'metres from its parking place to where a trip of the month ended, the farthest of all; null without positions';

create or replace function fleet.months_of(trips text, vehicles text default 'fleet.vehicle') returns text
    language sql immutable
    return format($$
    select vehicle_id, institution_id, date_trunc('month', local)::date, count(*), sum(kilometres),
           min(started_at), max(started_at), max(ended_at), min(local - day), max(arrived - day), bit_or(1 << extract(day from day)::int - 1),
           max(metres) filter (where last_of_day), max(metres)
      from (select t.*, lead(day) over (partition by t.vehicle_id, t.institution_id order by started_at) is distinct from day as last_of_day,
                   case when end_longitude <> 0 and end_latitude <> 0 and v.parking_longitude <> 0 and v.parking_latitude <> 0
                        then fleet.metres(end_longitude, end_latitude, v.parking_longitude, v.parking_latitude) end as metres
              from (select *, started_at at time zone 'Asia/Shanghai' as local, date_trunc('day', started_at at time zone 'Asia/Shanghai') as day,
                           ended_at at time zone 'Asia/Shanghai' as arrived from %s x) t
              join %s v on v.id = t.vehicle_id) y
     group by 1, 2, 3
     order by 1, 2, 3
    $$, trips, vehicles);

create function fleet.is_late(ended_at timestamptz, planned_end timestamptz, status text) returns boolean
    language sql stable parallel safe
    return ended_at > planned_end and ended_at < planned_end + interval '1 month' and fleet.is_approved(status);

create or replace function fleet.keep_track_of_trips() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $track$
declare
    vehicles uuid[];
    months   date[];
begin
    if tg_op = 'UPDATE' then
        delete from fleet.trip_outside_orders x using old_rows o where x.trip_id = o.id;
        delete from fleet.trip_past_order x using old_rows o where x.trip_id = o.id;
    end if;
    if tg_op <> 'DELETE' then
        insert into fleet.trip_outside_orders
        select t.id, t.vehicle_id, t.institution_id from new_rows t where not fleet.in_order(t.vehicle_id, t.started_at);
        -- Of what comes there are no statistics: what stands is looked up row by row, by its index.
        insert into fleet.trip_past_order
        select t.id, o.id, t.vehicle_id, t.institution_id, t.started_at, t.ended_at
          from new_rows t
         cross join lateral (select o.id from fleet.dispatch_order o
                              where o.vehicle_id = t.vehicle_id and o.order_no = t.order_no
                                and fleet.is_late(t.ended_at, o.planned_end, o.status) offset 0) o;
    end if;
    if tg_op = 'INSERT' then
        execute 'insert into fleet.vehicle_month as m ' || fleet.months_of('new_rows') || $$
        on conflict (vehicle_id, institution_id, month) do update
           set trips = m.trips + excluded.trips, kilometres = m.kilometres + excluded.kilometres,
               first_started_at = least(m.first_started_at, excluded.first_started_at),
               last_started_at = greatest(m.last_started_at, excluded.last_started_at),
               last_ended_at = greatest(m.last_ended_at, excluded.last_ended_at),
               earliest = least(m.earliest, excluded.earliest), latest = greatest(m.latest, excluded.latest),
               days = m.days | excluded.days, farthest = greatest(m.farthest, excluded.farthest),
               reach = greatest(m.reach, excluded.reach) $$;
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

-- An order whose time is over may have trips already, perhaps of another transaction: that one holds the vehicle until
-- its trips can be seen. For an order to come nobody waits.
create or replace function fleet.keep_track_of_orders() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op <> 'INSERT' then
        perform fleet.hold_vehicles(array(select vehicle_id from old_rows));
        insert into fleet.trip_outside_orders
        select distinct t.id, t.vehicle_id, t.institution_id
          from old_rows o
          join fleet.trip t on t.vehicle_id = o.vehicle_id and t.started_at between o.planned_start and o.planned_end
         where not fleet.in_order(t.vehicle_id, t.started_at)
        on conflict do nothing;
        delete from fleet.trip_past_order x using old_rows o where x.order_id = o.id;
    end if;
    if tg_op <> 'DELETE' then
        delete from fleet.trip_outside_orders x
         using new_rows o, fleet.trip t
         where x.vehicle_id = o.vehicle_id and t.id = x.trip_id and t.started_at between o.planned_start and o.planned_end
           and fleet.is_approved(o.status);
        perform fleet.hold_vehicles(array(select vehicle_id from new_rows where planned_end < now()));
        insert into fleet.trip_past_order
        select t.id, o.id, t.vehicle_id, t.institution_id, t.started_at, t.ended_at
          from new_rows o
         cross join lateral (select t.* from fleet.trip t
                              where t.vehicle_id = o.vehicle_id and t.order_no = o.order_no
                                and fleet.is_late(t.ended_at, o.planned_end, o.status) offset 0) t
        on conflict do nothing;
    end if;
    return null;
end $$;

insert into fleet.trip_past_order
select t.id, o.id, t.vehicle_id, t.institution_id, t.started_at, t.ended_at
  from fleet.trip t
  join fleet.dispatch_order o on o.vehicle_id = t.vehicle_id and o.order_no = t.order_no
   and fleet.is_late(t.ended_at, o.planned_end, o.status);
update fleet.vehicle_month m
   set reach = r.reach
  from (select t.vehicle_id, t.institution_id, date_trunc('month', t.started_at at time zone 'Asia/Shanghai')::date as month,
               max(fleet.metres(t.end_longitude, t.end_latitude, v.parking_longitude, v.parking_latitude)) as reach
          from fleet.trip t
          join fleet.vehicle v on v.id = t.vehicle_id
         where t.end_longitude <> 0 and t.end_latitude <> 0 and v.parking_longitude <> 0 and v.parking_latitude <> 0
         group by 1, 2, 3) r
 where (m.vehicle_id, m.institution_id, m.month) = (r.vehicle_id, r.institution_id, r.month);
analyze fleet.trip_past_order;
analyze fleet.vehicle_month;

create view facts.trip_past_order as
select trip_id, order_id, institution_id, vehicle_id, started_at, ended_at from fleet.trip_past_order;
comment on view facts.trip_past_order is 'Trips that ended after the approved order they name had planned, within a month';

create or replace view facts.vehicle_month as
select institution_id, vehicle_id, month, trips, kilometres, first_started_at, last_started_at, last_ended_at, earliest, latest, days, farthest, reach
  from fleet.vehicle_month;
comment on column facts.vehicle_month.reach is 'metres from its parking place to where a trip of the month ended, the farthest of all; null without positions';
