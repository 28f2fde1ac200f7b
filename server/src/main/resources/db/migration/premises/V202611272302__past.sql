-- Since when a room is used as its row says and by whom, and what it was before.
alter table premises.room add column since date;
create table premises.room_past (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    room_id        uuid not null references premises.room on delete cascade,
    use            text not null,
    usable_area    numeric(10, 2) not null constraint past_usable_area_is_positive check (usable_area > 0),
    starts_on      date,
    ends_on        date not null,
    constraint room_past_ends_after_it_starts check (ends_on >= starts_on),
    constraint room_is_one_thing_at_a_time
        exclude using gist (room_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index room_past_of_institution on premises.room_past (institution_id);
select lifeline.attach_past('premises.room', 'premises.room_past', 'room_id', 'institution_id', 'use', 'usable_area');

create view facts.room_state as
select id as room_id, institution_id, use, usable_area, daterange(since, null) as valid from premises.room
union all
select room_id, institution_id, use, usable_area, daterange(starts_on, ends_on, '[]') from premises.room_past;
comment on view facts.room_state is '房间变动: what a room was and is used for, how large it was and by which institution, by the days it was so';
