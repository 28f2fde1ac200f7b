-- Since when a site, a building and a floor are what their rows say, and what they were before.

alter table premises.site add column since date;
create table premises.site_past (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    site_id        uuid not null references premises.site on delete cascade,
    name           text not null,
    address        text,
    land_area      numeric(12, 2) constraint past_land_area_is_positive check (land_area > 0),
    starts_on      date,
    ends_on        date not null,
    constraint site_past_ends_after_it_starts check (ends_on >= starts_on),
    constraint site_is_one_thing_at_a_time
        exclude using gist (site_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index site_past_of_institution on premises.site_past (institution_id);

alter table premises.building add column since date;
create table premises.building_past (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    building_id    uuid not null references premises.building on delete cascade,
    site_id        uuid not null references premises.site,
    name           text not null,
    acquisition    text not null,
    title_holder   text,
    title_status   text not null,
    certificate_no text,
    building_area  numeric(12, 2) not null constraint past_building_area_is_positive check (building_area > 0),
    usable_area    numeric(12, 2) constraint past_building_usable_area_is_positive check (usable_area > 0),
    storeys        integer not null constraint past_storeys_are_plausible check (storeys between 1 and 200),
    starts_on      date,
    ends_on        date not null,
    constraint past_building_usable_area_fits check (usable_area <= building_area),
    constraint building_past_ends_after_it_starts check (ends_on >= starts_on),
    constraint building_is_one_thing_at_a_time
        exclude using gist (building_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index building_past_of_institution on premises.building_past (institution_id);
create index building_past_of_site on premises.building_past (site_id);

alter table premises.floor add column since date;
create table premises.floor_past (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    floor_id       uuid not null references premises.floor on delete cascade,
    name           text,
    usable_area    numeric(12, 2) constraint past_floor_usable_area_is_positive check (usable_area > 0),
    starts_on      date,
    ends_on        date not null,
    constraint floor_past_ends_after_it_starts check (ends_on >= starts_on),
    constraint floor_is_one_thing_at_a_time
        exclude using gist (floor_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
comment on column premises.floor_past.institution_id is 'who held the building when this was over';
create index floor_past_of_institution on premises.floor_past (institution_id);

select lifeline.attach_past('premises.site', 'premises.site_past', 'site_id', 'institution_id', 'name', 'address', 'land_area');
select lifeline.attach_past('premises.building', 'premises.building_past', 'building_id', 'institution_id', 'site_id', 'name',
                            'acquisition', 'title_holder', 'title_status', 'certificate_no', 'building_area', 'usable_area', 'storeys');
select lifeline.attach_past('premises.floor', 'premises.floor_past', 'floor_id', 'name', 'usable_area');
select kernel.guard_ledger(t) from unnest(array['premises.site_past', 'premises.building_past', 'premises.floor_past']::regclass[]) t;
select kernel.let_accounts_in();

create view facts.building_state as
select id as building_id, institution_id, name, acquisition, title_holder, title_status, certificate_no, building_area, usable_area, storeys,
       daterange(since, null) as valid
  from premises.building
union all
select building_id, institution_id, name, acquisition, title_holder, title_status, certificate_no, building_area, usable_area, storeys,
       daterange(starts_on, ends_on, '[]')
  from premises.building_past;
comment on view facts.building_state is '建筑沿革: who held a building, on which title and how large it was and is, by the days it was so';

create view facts.floor_state as
select id as floor_id, institution_id, name, usable_area, daterange(since, null) as valid from premises.floor
union all
select floor_id, institution_id, name, usable_area, daterange(starts_on, ends_on, '[]') from premises.floor_past;
comment on view facts.floor_state is '楼层变动: what a floor was and is called and how large it was, by the days it was so';
