-- What terminals reported, turned into facts: by terminal, for that is what positions are of. Which vehicle it was in, and
-- when, is told apart from that (telemetry.fitting), so that neither changes when the other is corrected.

-- Terminals whose positions have come and are not folded yet: several rows of one are as good as one.
create table telemetry.due (
    id       bigint generated always as identity primary key,
    terminal integer not null,
    since    timestamptz
);
comment on column telemetry.due.since is 'of what has come, the earliest, where it stands; null for everything there is';
create index due_of_terminal on telemetry.due (terminal);

create table telemetry.fact (
    terminal   integer not null,
    kind       text not null,
    about      text not null default '',
    started_at timestamptz not null,
    ended_at   timestamptz not null,
    known_at   timestamptz not null,
    settled    boolean not null,
    figures    jsonb not null,
    primary key (terminal, kind, about, started_at)
);
comment on table telemetry.fact is 'what detect tells (detect/README.md), by the identity it gives; made anew from the positions at any time';
comment on column telemetry.fact.known_at is 'of the report that settled it, or as of which it is open';
create index fact_of_terminal_by_start on telemetry.fact (terminal, started_at);

-- How far each terminal is folded. What is in the window is kept by the positions themselves: a state of the beginning of
-- the window and the positions since give everything else.
create table telemetry.timeline (
    terminal    integer primary key,
    detector    text not null,
    folds       bigint not null default 0,
    last_at     timestamptz,
    silent_from timestamptz
) with (fillfactor = 70);
comment on column telemetry.timeline.detector is 'name and version; another is folded again from the beginning';
comment on column telemetry.timeline.folds is 'whoever has the timeline in hand sees by it whether somebody else has gone on';
comment on column telemetry.timeline.silent_from is 'when its silence will be one if nothing comes until then; null when it has been told';
create index timeline_falls_silent on telemetry.timeline (silent_from) where silent_from is not null;

create table telemetry.checkpoint (
    terminal integer not null,
    before   timestamptz not null,
    state    bytea not null,
    primary key (terminal, before)
);
comment on table telemetry.checkpoint is 'states of the detectors after all positions before a time: where to begin when a late one comes. The newest, one a day for eight days, one a month';

-- Positions before are deleted: nothing is made anew of that time.
create table telemetry.horizon (
    single boolean primary key default true constraint there_is_one_horizon check (single),
    since timestamptz not null
);

-- Which vehicle a terminal was in, and when: from what its row in the ledger says, and said.
create table telemetry.fitting (
    id             bigint generated always as identity primary key,
    terminal       integer not null,
    institution_id uuid not null,
    plate          text not null,
    valid          daterange not null,
    present        boolean not null,
    constraint terminal_is_in_one_vehicle_at_a_time exclude using gist (terminal with =, valid with &&)
);
comment on column telemetry.fitting.present is 'what the row of the terminal says now; the others are its past';
create index fitting_of_institution on telemetry.fitting (institution_id, plate);
create unique index fitting_that_is_present on telemetry.fitting (terminal) where present;

-- Another plate since a later day is a move, and what was stays so until then; without one it is a correction.
create function telemetry.keep_fittings() returns trigger
    language plpgsql security definer set search_path = telemetry, pg_temp as $$
declare
    fitted daterange := daterange(new.fitted_on, case when new.removed_on < new.fitted_on then null else new.removed_on end, '[]');
begin
    if tg_op = 'UPDATE' then
        if (new.plate, new.fitted_on, new.removed_on, new.institution_id)
                is not distinct from (old.plate, old.fitted_on, old.removed_on, old.institution_id) then
            return null;
        end if;
        if new.plate is null and old.plate is not null and new.removed_on is not null then
            update fitting set valid = daterange(lower(valid), new.removed_on, '[]'), present = false
             where terminal = new.number and present and (lower(valid) is null or lower(valid) <= new.removed_on);
        elsif new.fitted_on > coalesce(old.fitted_on, '-infinity')
                and (new.plate is distinct from old.plate or new.fitted_on > old.removed_on) then
            update fitting set valid = valid * daterange(null, new.fitted_on), present = false
             where terminal = new.number and present;
        end if;
        delete from fitting where terminal = new.number and (present or isempty(valid));
    end if;
    if new.plate is not null then
        update fitting set valid = case when valid @> fitted then valid * daterange(null, lower(fitted)) else valid - fitted end
         where terminal = new.number and valid && fitted;
        delete from fitting where terminal = new.number and (isempty(valid) or valid && fitted);
        insert into fitting (terminal, institution_id, plate, valid, present) values (new.number, new.institution_id, new.plate, fitted, true);
    end if;
    return null;
end $$;
create trigger keeps_fittings after insert or update on telemetry.terminal for each row execute function telemetry.keep_fittings();
insert into telemetry.fitting (terminal, institution_id, plate, valid, present)
select number, institution_id, plate, daterange(fitted_on, removed_on, '[]'), true from telemetry.terminal where plate is not null;

-- Whoever makes facts is woken by it, on whichever server: PostgreSQL tells it once the transaction is durable.
create function telemetry.tell_arrival() returns trigger
    language plpgsql as $$
begin
    perform pg_notify('telemetry_arrival', '');
    return null;
end $$;
create trigger wakes_whoever_makes_facts after insert on telemetry.arrival for each statement execute function telemetry.tell_arrival();

select kernel.guard_ledger('telemetry.fitting', '');
do $$
declare
    its constant text := 'exists (select from telemetry.terminal t where t.number = terminal and ' || kernel.within('reads', 't.institution_id') || ')';
begin
    perform kernel.guard('telemetry.fact', its);
    perform kernel.guard('telemetry.timeline', its);
    perform kernel.guard('telemetry.checkpoint', 'false');
    perform kernel.guard('telemetry.due', 'false');
    perform kernel.guard('telemetry.horizon', 'false');
end $$;

create view facts.terminal_fitting as
select terminal, institution_id, plate, valid from telemetry.fitting;
comment on view facts.terminal_fitting is 'in which vehicle of which institution a terminal is or was, and when';

create view facts.terminal_trip as
select f.terminal, i.institution_id, i.plate, f.settled, f.started_at, f.ended_at,
       (figures ->> 'km')::numeric as kilometres, (figures ->> 'max_kmh')::numeric as most_speed,
       (figures ->> 'start_latitude')::numeric as start_latitude, (figures ->> 'start_longitude')::numeric as start_longitude,
       (figures ->> 'end_latitude')::numeric as end_latitude, (figures ->> 'end_longitude')::numeric as end_longitude
  from telemetry.fact f
  join telemetry.fitting i on i.terminal = f.terminal and i.valid @> (f.started_at at time zone 'Asia/Shanghai')::date
 where f.kind = 'vehicle.trip';
comment on view facts.terminal_trip is '终端行程: trips as terminals saw them, the one under way (not settled) included';
comment on column facts.terminal_trip.most_speed is 'km/h';

create view facts.terminal_stop as
select f.terminal, i.institution_id, i.plate, f.started_at, f.ended_at,
       (figures ->> 'latitude')::numeric as latitude, (figures ->> 'longitude')::numeric as longitude
  from telemetry.fact f
  join telemetry.fitting i on i.terminal = f.terminal and i.valid @> (f.started_at at time zone 'Asia/Shanghai')::date
 where f.kind = 'vehicle.stop';
comment on view facts.terminal_stop is '停留: where a vehicle stood for a minute and more between two trips, as its terminal saw it; until it was last heard where it stands still';

create view facts.terminal_night as
select f.terminal, i.institution_id, i.plate, (f.started_at at time zone 'Asia/Shanghai')::date as night, f.started_at, f.ended_at,
       (figures ->> 'latitude')::numeric as latitude, (figures ->> 'longitude')::numeric as longitude,
       (figures ->> 'minutes_there')::numeric as minutes_there, (figures ->> 'minutes_known')::numeric as minutes_known,
       (figures ->> 'usual_latitude')::numeric as usual_latitude, (figures ->> 'usual_longitude')::numeric as usual_longitude,
       (figures ->> 'km_from_usual')::numeric as from_usual
  from telemetry.fact f
  join telemetry.fitting i on i.terminal = f.terminal and i.valid @> (f.started_at at time zone 'Asia/Shanghai')::date
 where f.kind = 'vehicle.night' and f.settled;
comment on view facts.terminal_night is '夜间停放: where a vehicle stood longest between 22:00 and 6:00';
comment on column facts.terminal_night.night is 'the day of its evening';
comment on column facts.terminal_night.from_usual is 'kilometres from where most of the last four weeks'' nights were; null before five are known';

create view facts.terminal_over_speed as
select f.terminal, i.institution_id, i.plate, f.started_at, f.ended_at, (figures ->> 'limit_kmh')::numeric as beyond,
       (figures ->> 'max_kmh')::numeric as most_speed, (figures ->> 'seconds')::numeric as seconds, (figures ->> 'km')::numeric as kilometres,
       (figures ->> 'latitude')::numeric as latitude, (figures ->> 'longitude')::numeric as longitude
  from telemetry.fact f
  join telemetry.fitting i on i.terminal = f.terminal and i.valid @> (f.started_at at time zone 'Asia/Shanghai')::date
 where f.kind = 'vehicle.over-speed' and f.settled;
comment on view facts.terminal_over_speed is '超速区段: faster than beyond for ten seconds and more; one a limit that was passed';
comment on column facts.terminal_over_speed.beyond is 'km/h: one of the limits of most_speed';

create view facts.terminal_fuel as
select f.terminal, i.institution_id, i.plate, f.kind = 'vehicle.refuelled' as rise, f.started_at, f.ended_at,
       (figures ->> 'litres')::numeric as litres, (figures ->> 'error')::numeric as error,
       (figures ->> 'before')::numeric as litres_before, (figures ->> 'after')::numeric as litres_after,
       (figures ->> 'km_between')::numeric as kilometres,
       (figures ->> 'latitude')::numeric as latitude, (figures ->> 'longitude')::numeric as longitude
  from telemetry.fact f
  join telemetry.fitting i on i.terminal = f.terminal and i.valid @> (f.started_at at time zone 'Asia/Shanghai')::date
 where f.kind in ('vehicle.refuelled', 'vehicle.fuel-drop') and f.settled and figures ? 'litres';
comment on view facts.terminal_fuel is '油位变化: what the level in the tank rose (rise) or fell by at once';
comment on column facts.terminal_fuel.error is 'litres that the sensor may be wrong by';

create view facts.terminal_silence as
select f.terminal, i.institution_id, i.plate, upper(i.valid) as until_day, f.settled, f.started_at, f.ended_at,
       figures ->> 'ignition' as ignition, (figures ->> 'jump_km')::numeric as jump,
       (figures ->> 'latitude')::numeric as latitude, (figures ->> 'longitude')::numeric as longitude
  from telemetry.fact f
  join telemetry.fitting i on i.terminal = f.terminal and i.valid @> (f.started_at at time zone 'Asia/Shanghai')::date
 where f.kind = 'vehicle.silence';
comment on view facts.terminal_silence is '终端失联: nothing came for far longer than usual; not settled while it lasts';
comment on column facts.terminal_silence.until_day is 'first day the terminal was no longer in this vehicle; null while it is';
comment on column facts.terminal_silence.jump is 'kilometres between the last place before and the first after it';

create view facts.terminal_day as
select f.terminal, i.institution_id, i.plate, (f.started_at at time zone 'Asia/Shanghai')::date as day,
       (figures ->> 'km')::numeric as kilometres, (figures ->> 'gps_km')::numeric as gps_kilometres,
       (figures ->> 'gap_km')::numeric as gap_kilometres, (figures ->> 'odometer_km')::numeric as odometer_kilometres
  from telemetry.fact f
  join telemetry.fitting i on i.terminal = f.terminal and i.valid @> (f.started_at at time zone 'Asia/Shanghai')::date
 where f.kind = 'vehicle.day' and f.settled;
comment on view facts.terminal_day is '日里程: what was driven on a day, along the places and by the odometer; null without one';
comment on column facts.terminal_day.gap_kilometres is 'straight, where no place was known; not in gps_kilometres';

select kernel.let_accounts_in();
