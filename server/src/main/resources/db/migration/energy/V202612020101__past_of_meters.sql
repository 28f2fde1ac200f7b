-- Since when a meter is whose, where and below what its row says, and what it was before. What its register looks like and
-- its ratio change at a moment, not on a day: they have a history of their own, energy.installation.
alter table energy.meter add column since date;
create table energy.meter_past (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    meter_id       uuid not null references energy.meter on delete cascade,
    site_id        uuid,
    building_id    uuid,
    parent_id      uuid references energy.meter,
    level          text not null,
    item           text,
    key_area       text,
    starts_on      date,
    ends_on        date not null,
    constraint meter_was_not_its_own_parent check (parent_id <> meter_id),
    constraint meter_past_ends_after_it_starts check (ends_on >= starts_on),
    constraint meter_is_one_thing_at_a_time
        exclude using gist (meter_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index meter_past_of_institution on energy.meter_past (institution_id);
create index meter_past_of_parent on energy.meter_past (parent_id);
create index meter_past_of_building on energy.meter_past (building_id);
create index meter_past_of_site on energy.meter_past (site_id);

select lifeline.attach_past('energy.meter', 'energy.meter_past', 'meter_id',
                            'institution_id', 'site_id', 'building_id', 'parent_id', 'level', 'item', 'key_area');
select kernel.guard_ledger('energy.meter_past');
select kernel.let_accounts_in();

create view facts.meter_state as
select id as meter_id, institution_id, building_id, parent_id, level, item, key_area, daterange(since, null) as valid from energy.meter
union all
select meter_id, institution_id, building_id, parent_id, level, item, key_area, daterange(starts_on, ends_on, '[]') from energy.meter_past;
comment on view facts.meter_state is '表计变动: whose a meter was, in which building, below which other and for what, by the days it was so';
