-- Since when an institution, a department, a post and a person are what their rows say, and what they were before.

alter table organization.institution add column since date;
create table organization.institution_past (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null references organization.institution on delete cascade,
    name           text not null,
    kind           text not null,
    level          text not null,
    division_id    uuid not null references organization.division,
    parent_id      uuid references organization.institution,
    starts_on      date,
    ends_on        date not null,
    constraint institution_past_ends_after_it_starts check (ends_on >= starts_on),
    constraint institution_is_one_thing_at_a_time
        exclude using gist (institution_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index institution_past_of_parent on organization.institution_past (parent_id);

alter table organization.department add column since date;
create table organization.department_past (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null references organization.institution,
    department_id  uuid not null references organization.department on delete cascade,
    name           text not null,
    parent_id      uuid references organization.department,
    starts_on      date,
    ends_on        date not null,
    constraint department_past_ends_after_it_starts check (ends_on >= starts_on),
    constraint department_is_one_thing_at_a_time
        exclude using gist (department_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index department_past_of_parent on organization.department_past (parent_id);
create index department_past_of_institution on organization.department_past (institution_id);

alter table organization.post add column since date;
create table organization.post_past (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null references organization.institution,
    post_id        uuid not null references organization.post on delete cascade,
    name           text not null,
    rank           text,
    department_id  uuid references organization.department,
    starts_on      date,
    ends_on        date not null,
    constraint post_past_ends_after_it_starts check (ends_on >= starts_on),
    constraint post_is_one_thing_at_a_time
        exclude using gist (post_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index post_past_of_department on organization.post_past (department_id);
create index post_past_of_institution on organization.post_past (institution_id);

alter table organization.person add column since date;
create table organization.person_past (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null references organization.institution,
    person_id      uuid not null references organization.person on delete cascade,
    department_id  uuid references organization.department,
    rank           text not null,
    staffing       text not null default 'ESTABLISHED',
    starts_on      date,
    ends_on        date not null,
    constraint person_past_ends_after_it_starts check (ends_on >= starts_on),
    constraint person_is_one_thing_at_a_time
        exclude using gist (person_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
comment on column organization.person_past.institution_id is 'where the person mainly served then';
create index person_past_of_institution on organization.person_past (institution_id);
create index person_past_of_department on organization.person_past (department_id);

select lifeline.attach_past('organization.institution', 'organization.institution_past', 'institution_id', 'name', 'kind', 'level', 'division_id', 'parent_id');
select lifeline.attach_past('organization.department', 'organization.department_past', 'department_id', 'name', 'parent_id');
select lifeline.attach_past('organization.post', 'organization.post_past', 'post_id', 'name', 'rank', 'department_id');
select lifeline.attach_past('organization.person', 'organization.person_past', 'person_id', 'institution_id', 'department_id', 'rank', 'staffing');

create view facts.institution_state as
select i.id as institution_id, i.name, i.kind, i.level, d.code as division, i.parent_id, daterange(i.since, null) as valid
  from organization.institution i join organization.division d on d.id = i.division_id
union all
select p.institution_id, p.name, p.kind, p.level, d.code, p.parent_id, daterange(p.starts_on, p.ends_on, '[]')
  from organization.institution_past p join organization.division d on d.id = p.division_id;
comment on view facts.institution_state is '机构沿革: what an institution was and is, by the days it was so';

create view facts.person_state as
select id as person_id, institution_id, department_id, rank, staffing, daterange(since, null) as valid from organization.person
union all
select person_id, institution_id, department_id, rank, staffing, daterange(starts_on, ends_on, '[]') from organization.person_past;
comment on view facts.person_state is '人员变动: where a person served and serves, at which rank, by the days it was so';
