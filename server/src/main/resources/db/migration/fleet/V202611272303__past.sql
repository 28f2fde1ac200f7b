-- Since when a vehicle is what its row says, and what it was before.
alter table fleet.vehicle add column since date;
create table fleet.vehicle_past (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    vehicle_id     uuid not null references fleet.vehicle on delete cascade,
    type           text not null,
    status         text not null default 'IN_USE',
    starts_on      date,
    ends_on        date not null,
    constraint vehicle_past_ends_after_it_starts check (ends_on >= starts_on),
    constraint vehicle_is_one_thing_at_a_time
        exclude using gist (vehicle_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index vehicle_past_of_institution on fleet.vehicle_past (institution_id);
select lifeline.attach_past('fleet.vehicle', 'fleet.vehicle_past', 'vehicle_id', 'institution_id', 'type', 'status');

create view facts.vehicle_state as
select id as vehicle_id, institution_id, type, status, daterange(since, null) as valid from fleet.vehicle
union all
select vehicle_id, institution_id, type, status, daterange(starts_on, ends_on, '[]') from fleet.vehicle_past;
comment on view facts.vehicle_state is '车辆变动: which institution held a vehicle, as which type and in which state, by the days it was so';
