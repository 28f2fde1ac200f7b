-- Since when a driver drives for whom, and with which licence, and what was so before.
alter table fleet.driver add column since date;
create table fleet.driver_past (
    id                 uuid primary key default kernel.new_id(),
    version            integer not null default 1,
    institution_id     uuid not null,
    driver_id          uuid not null references fleet.driver on delete cascade,
    licence_class      text,
    licence_expires_on date,
    starts_on          date,
    ends_on            date not null,
    constraint driver_past_ends_after_it_starts check (ends_on >= starts_on),
    constraint driver_is_one_thing_at_a_time
        exclude using gist (driver_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
comment on column fleet.driver_past.institution_id is 'whom the driver drove for then';
create index driver_past_of_institution on fleet.driver_past (institution_id);

select lifeline.attach_past('fleet.driver', 'fleet.driver_past', 'driver_id', 'institution_id', 'licence_class', 'licence_expires_on');
select kernel.guard_ledger('fleet.driver_past');
select kernel.let_accounts_in();
