create schema workbook;

create table workbook.import (
    id               uuid primary key,
    seq              bigint generated always as identity,
    file_name        text not null,
    size             bigint not null,
    sha256           text not null,
    ledger           text,
    state            text not null default 'WAITING' constraint import_state_is_known check (state in
                     ('WAITING', 'CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'FAILED', 'CANCELLED', 'UNDOING', 'UNDONE')),
    cancel_requested boolean not null default false,
    skip_bad         boolean not null default false,
    progress         jsonb not null default '{}',
    sheets           jsonb not null default '[]',
    refusal          jsonb,
    account          text not null,
    account_name     text not null,
    role             text not null,
    institution_id   uuid,
    everything       boolean not null,
    created_at       timestamptz not null default now(),
    checked_at       timestamptz,
    applied_at       timestamptz,
    undone_at        timestamptz
);
comment on column workbook.import.account is 'on whose behalf, and within whose scope, the import acts';
create index import_newest on workbook.import (seq desc);

-- The file as it was uploaded: kept in the database, so that any server can go on with it.
create table workbook.import_chunk (
    import_id uuid not null references workbook.import on delete cascade,
    n         integer not null,
    bytes     bytea not null,
    primary key (import_id, n)
);
alter table workbook.import_chunk alter column bytes set storage external;
