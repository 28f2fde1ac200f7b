create schema organization;

-- Administrative divisions, GB/T 2260. Codes change; a code that ended stays, with its successor.
create table organization.division (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    code           text not null constraint division_code_is_unique unique
                   constraint division_code_is_digits check (code ~ '^[0-9]{6}([0-9]{3}|[0-9]{6})?$'),
    name           text not null,
    level          text not null constraint division_level_is_known
                   check (level in ('CENTRAL', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP')),
    parent_id      uuid references organization.division,
    starts_on      date,
    ends_on        date,
    successor_code text,
    constraint division_ends_after_it_starts check (ends_on >= starts_on)
);
create index division_of_parent on organization.division (parent_id);

create table organization.institution (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid generated always as (id) stored,
    code           text not null constraint institution_code_is_unique unique,
    name           text not null,
    short_name     text,
    credit_code    text,
    kind           text not null,
    level          text not null,
    division_id    uuid not null references organization.division,
    parent_id      uuid references organization.institution,
    established_on date,
    dissolved_on   date,
    phone          text,
    address        text,
    constraint institution_is_not_its_own_parent check (parent_id <> id),
    constraint institution_ends_after_it_starts check (dissolved_on >= established_on)
);
create index institution_of_parent on organization.institution (parent_id);
create index institution_of_division on organization.institution (division_id);
create index institution_search on organization.institution using gin (kernel.fragments(name, short_name, code, credit_code));

-- 编制: how many posts of each rank the establishment authority has fixed.
create table organization.establishment (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null references organization.institution,
    rank           text not null,
    headcount      integer not null constraint headcount_is_not_negative check (headcount between 0 and 100000),
    starts_on      date not null,
    ends_on        date,
    approval_no    text,
    constraint establishment_ends_after_it_starts check (ends_on >= starts_on),
    constraint establishment_of_a_rank_is_fixed_once_a_day
        exclude using gist (institution_id with =, rank with =, daterange(starts_on, ends_on, '[]') with &&)
);

create table organization.department (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null references organization.institution,
    code           text not null,
    name           text not null,
    parent_id      uuid references organization.department,
    starts_on      date,
    ends_on        date,
    constraint department_code_is_unique unique (institution_id, code)
);

create table organization.post (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null references organization.institution,
    department_id  uuid references organization.department,
    code           text not null,
    name           text not null,
    rank           text,
    starts_on      date,
    ends_on        date,
    constraint post_code_is_unique unique (institution_id, code)
);

create table organization.person (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null references organization.institution,
    code           text not null constraint person_code_is_unique unique,
    name           text not null,
    department_id  uuid references organization.department,
    rank           text not null,
    staffing       text not null default 'ESTABLISHED',
    transport_allowance boolean not null default false,
    phone          text,
    joined_on      date,
    transferred_on date,
    retired_on     date
);
comment on column organization.person.transport_allowance is '领取公务交通补贴';
create index person_of_institution on organization.person (institution_id, code);
create index person_search on organization.person using gin (kernel.fragments(name, code));

-- 任职: which post a person holds, the main one and concurrent ones, from when to when.
create table organization.appointment (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null references organization.institution,
    person_id      uuid not null references organization.person,
    post_id        uuid references organization.post,
    title          text not null,
    main           boolean not null,
    starts_on      date not null,
    ends_on        date,
    constraint appointment_ends_after_it_starts check (ends_on >= starts_on),
    constraint person_has_one_main_post_at_a_time
        exclude using gist (person_id with =, daterange(starts_on, ends_on, '[]') with &&) where (main)
);
create index appointment_of_person on organization.appointment (person_id);

select lifeline.attach(t) from unnest(array[
    'organization.division', 'organization.institution', 'organization.establishment', 'organization.department',
    'organization.post', 'organization.person', 'organization.appointment']::regclass[]) t;
