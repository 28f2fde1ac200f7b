-- What the hours of meters say, turned into facts: gaps, meters that stand still, nights above the usual. Made of
-- energy.meter_day, and anew from whatever day changes.

-- Meters whose days have changed and are not folded yet: several rows of one are as good as one.
create table energy.meter_due (
    id       bigint generated always as identity primary key,
    meter_id uuid not null,
    since    date
);
comment on column energy.meter_due.since is 'the earliest of the days that changed; null for everything there is';
create index meter_due_of_meter on energy.meter_due (meter_id);

create table energy.meter_fact (
    meter_id   uuid not null references energy.meter on delete cascade,
    kind       text not null,
    about      text not null default '',
    started_at timestamptz not null,
    ended_at   timestamptz not null,
    known_at   timestamptz not null,
    settled    boolean not null,
    figures    jsonb not null,
    primary key (meter_id, kind, about, started_at)
);
comment on table energy.meter_fact is 'what detect tells (detect/README.md), by the identity it gives; made anew from energy.meter_day at any time';
comment on column energy.meter_fact.known_at is 'of the hour that settled it, or as of which it is open';
create index meter_fact_by_kind on energy.meter_fact (kind);

-- How far each meter is folded.
create table energy.meter_fold (
    meter_id    uuid primary key references energy.meter on delete cascade,
    detector    text not null,
    last_at     timestamptz,
    silent_from timestamptz
) with (fillfactor = 70);
comment on column energy.meter_fold.detector is 'name and version; another is folded again from the beginning';
comment on column energy.meter_fold.silent_from is 'when its silence will be one if nothing comes until then; null when it has been told, and for meters that do not report by themselves';
create index meter_falls_silent on energy.meter_fold (silent_from) where silent_from is not null;

create table energy.meter_checkpoint (
    meter_id uuid not null references energy.meter on delete cascade,
    before   date not null,
    state    bytea not null,
    primary key (meter_id, before)
);
comment on table energy.meter_checkpoint is 'states of the detectors after all hours before a day: where to begin when that day changes. The last days, and the first of each quarter';

create function energy.note_changed_days() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into energy.meter_due (meter_id, since) select meter_id, min(day) from changed group by meter_id;
    return null;
end $$;
create trigger notes_new_days after insert on energy.meter_day
    referencing new table as changed for each statement execute function energy.note_changed_days();
create trigger notes_other_days after update on energy.meter_day
    referencing new table as changed for each statement execute function energy.note_changed_days();
create trigger notes_lost_days after delete on energy.meter_day
    referencing old table as changed for each statement execute function energy.note_changed_days();
insert into energy.meter_due (meter_id) select distinct meter_id from energy.meter_day;

do $$
declare
    its constant text := 'exists (select from energy.meter m where m.id = meter_id and ' || kernel.within('reads', 'm.institution_id') || ')';
begin
    perform kernel.guard('energy.meter_fact', its);
    perform kernel.guard('energy.meter_fold', its);
    perform kernel.guard('energy.meter_checkpoint', 'false');
    perform kernel.guard('energy.meter_due', 'false');
end $$;

create view facts.meter_missing as
select meter_id, started_at, ended_at, settled, (figures ->> 'hours')::numeric as hours from energy.meter_fact where kind = 'meter.missing';
comment on view facts.meter_missing is '读数缺失: a day and more without readings; not settled while a meter that reports by itself says nothing';

create view facts.meter_standstill as
select meter_id, started_at, ended_at, settled, (figures ->> 'hours')::numeric as hours from energy.meter_fact where kind = 'meter.zero';
comment on view facts.meter_standstill is '停走: a day and more of hours in which it counted nothing; not settled while they last';

create view facts.meter_stuck as
select meter_id, started_at, ended_at, settled, (figures ->> 'readings')::numeric as hours, (figures ->> 'value')::numeric as amount,
       (figures ->> 'longest_usual')::numeric as longest_usual
  from energy.meter_fact where kind = 'meter.stuck';
comment on view facts.meter_stuck is '读数重复: hour after hour the very same amount, far longer than chance makes of this meter';
comment on column facts.meter_stuck.longest_usual is 'hours in a row that chance may make of this meter';

create view facts.meter_night as
select meter_id, started_at, ended_at, settled, (figures ->> 'nights')::numeric as nights, (figures ->> 'usual')::numeric as usual,
       (figures ->> 'extra')::numeric as extra
  from energy.meter_fact where kind = 'meter.night';
comment on view facts.meter_night is '夜间偏高: three nights and more, from midnight to five, above the usual ones of the four weeks before';
comment on column facts.meter_night.usual is 'amount of a usual night';
comment on column facts.meter_night.extra is 'what these nights used above the usual ones, together';

select kernel.let_accounts_in();
