-- Trips that terminals saw stand in the ledger of trips beside those that people entered (docs/adr/0033). What people
-- entered stands: a terminal's trip of the same time is not a second one.
alter table fleet.trip add column source text not null default 'LEDGER';
comment on column fleet.trip.source is 'LEDGER: entered or imported; TERMINAL: as a terminal in the vehicle saw it';
create index trip_of_terminal on fleet.trip (vehicle_id, started_at) where source = 'TERMINAL';

create or replace view facts.trip as
select id, institution_id, vehicle_id, started_at, ended_at, kilometres, odometer, order_no, origin, destination,
       end_longitude, end_latitude, source
  from fleet.trip;
comment on column facts.trip.source is 'LEDGER: entered or imported; TERMINAL: as the terminal in the vehicle saw it';

-- What terminals saw of vehicles in some times, without what others have told of already: people, or the first of several
-- terminals in one vehicle.
create function fleet.trips_told(vehicles uuid[], since timestamptz[], until timestamptz[])
    returns table (vehicle_id uuid, institution_id uuid, started_at timestamptz, ended_at timestamptz, kilometres numeric,
                   end_longitude numeric, end_latitude numeric)
    language sql stable as $$
    select distinct on (v.id, t.started_at) v.id, v.institution_id, t.started_at, t.ended_at, least(round(t.kilometres, 1), 9999.9),
           round(t.end_longitude, 6), round(t.end_latitude, 6)
      from unnest(vehicles, since, until) asked (vehicle_id, begins, ends)
      join fleet.vehicle v on v.id = asked.vehicle_id
      join facts.terminal_trip t on t.institution_id = v.institution_id and t.plate = v.plate
       and t.started_at >= asked.begins and t.started_at < asked.ends
     where t.settled and t.ended_at > t.started_at
       and not exists (select from fleet.trip entered
                        where entered.vehicle_id = v.id and entered.source <> 'TERMINAL' and entered.started_at < t.ended_at
                          and entered.ended_at > t.started_at and entered.started_at > t.started_at - interval '31 days')
       and not exists (select from facts.terminal_trip other
                        where other.institution_id = v.institution_id and other.plate = v.plate and other.terminal < t.terminal
                          and other.settled and other.started_at < t.ended_at and other.ended_at > t.started_at)
     order by v.id, t.started_at, t.terminal
$$;

-- Makes the ledger say what terminals saw; doing it twice changes nothing. One statement after another, for each has
-- triggers that count what the ledger then says. Gives the institutions whose trips changed.
create function fleet.take_trips(vehicles uuid[], since timestamptz[], until timestamptz[]) returns uuid[]
    language plpgsql security definer set search_path = fleet, pg_temp as $$
declare
    gone    uuid[];
    changed uuid[];
    come    uuid[];
begin
    with away as (
        delete from fleet.trip t
         using unnest(vehicles, since, until) asked (vehicle_id, begins, ends)
         where t.vehicle_id = asked.vehicle_id and t.source = 'TERMINAL' and t.started_at >= asked.begins and t.started_at < asked.ends
           and not exists (select from fleet.trips_told(vehicles, since, until) told
                            where told.vehicle_id = t.vehicle_id and told.started_at = t.started_at)
        returning t.institution_id)
    select array_agg(distinct institution_id) into gone from away;
    with other as (
        update fleet.trip t
           set ended_at = told.ended_at, kilometres = told.kilometres, end_longitude = told.end_longitude, end_latitude = told.end_latitude
          from fleet.trips_told(vehicles, since, until) told
         where t.vehicle_id = told.vehicle_id and t.started_at = told.started_at and t.source = 'TERMINAL'
           and (t.ended_at, t.kilometres, t.end_longitude, t.end_latitude)
               is distinct from (told.ended_at, told.kilometres, told.end_longitude, told.end_latitude)
        returning t.institution_id)
    select array_agg(distinct institution_id) into changed from other;
    with fresh as (
        insert into fleet.trip (vehicle_id, institution_id, started_at, ended_at, kilometres, end_longitude, end_latitude, source)
        select told.*, 'TERMINAL' from fleet.trips_told(vehicles, since, until) told
        on conflict do nothing
        returning institution_id)
    select array_agg(distinct institution_id) into come from fresh;
    return array(select distinct unnest(gone || changed || come));
end $$;

-- What people enter takes the place of what terminals saw at the same time, in the same statement; what they take away
-- gives it back. Named so that it comes after the months are counted.
create function fleet.yield_to_entered() returns trigger
    language plpgsql security definer set search_path = fleet, pg_temp as $$
declare
    -- what follows is no part of an import: taking that back does it by itself
    import text := current_setting('yiti.import', true);
begin
    perform set_config('yiti.import', '', true);
    if tg_op <> 'DELETE' then
        delete from fleet.trip t
         using new_rows n
         where n.source <> 'TERMINAL' and t.source = 'TERMINAL' and t.vehicle_id = n.vehicle_id and t.started_at < n.ended_at
           and t.ended_at > n.started_at and t.started_at > n.started_at - interval '3 days';
    end if;
    if tg_op <> 'INSERT' then
        perform fleet.take_trips(array_agg(o.vehicle_id), array_agg(o.started_at - interval '3 days'), array_agg(o.ended_at))
           from old_rows o
          where o.source <> 'TERMINAL'
            and exists (select from fleet.vehicle v join facts.terminal_fitting f on f.institution_id = v.institution_id and f.plate = v.plate
                         where v.id = o.vehicle_id)
         having count(*) > 0;
    end if;
    perform set_config('yiti.import', coalesce(import, ''), true);
    return null;
end $$;
create trigger yields_insert after insert on fleet.trip referencing new table as new_rows for each statement execute function fleet.yield_to_entered();
create trigger yields_update after update on fleet.trip referencing old table as old_rows new table as new_rows for each statement execute function fleet.yield_to_entered();
create trigger yields_delete after delete on fleet.trip referencing old table as old_rows for each statement execute function fleet.yield_to_entered();
