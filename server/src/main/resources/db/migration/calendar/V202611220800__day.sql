create schema calendar;

-- One calendar for the whole house: nobody's rows, read by everyone, written by the loading of standards/calendar.yml alone.
create table calendar.day (
    date date primary key,
    kind text not null constraint day_kind_is_known check (kind in ('WORKDAY', 'WEEKEND', 'HOLIDAY', 'MAKE_UP_WORKDAY')),
    name text,
    constraint named_days_are_holidays_and_their_make_up_workdays
        check ((name is not null) = (kind in ('HOLIDAY', 'MAKE_UP_WORKDAY')))
);

create table calendar.source (
    hash      text primary key,
    loaded_at timestamptz not null default now()
);
comment on column calendar.source.hash is 'SHA-256 of the edition of standards/calendar.yml that is loaded';

create view facts.calendar_day as
select date, kind, name, kind in ('WORKDAY', 'MAKE_UP_WORKDAY') as is_workday
  from calendar.day;
grant select on facts.calendar_day to rule_reader;
