create schema demonstration;

-- The made-up world of this house. One that was begun and not loaded is gone on with, as it was drawn then: as of the same day.
create table demonstration.world (
    only_one  boolean primary key default true constraint there_is_one_world check (only_one),
    seed      bigint not null,
    scale     text not null,
    as_of     date not null,
    begun_at  timestamptz not null default now(),
    loaded_at timestamptz
);
