-- Files with values that are masked otherwise, or of very many rows: asked for by one person, decided by another, taken once.
create table workbook.export_request (
    id             uuid primary key default gen_random_uuid(),
    ledger         text not null,
    format         text not null,
    filters        jsonb not null,
    institution_id uuid,
    sort           text,
    rows           bigint not null,
    purpose        text not null,
    reason         text not null,
    state          text not null default 'REQUESTED'
        constraint export_request_has_a_known_state check (state in ('REQUESTED', 'APPROVED', 'REJECTED', 'TAKEN')),
    requested_by   text not null,
    requested_at   timestamptz not null,
    requester_institution_id uuid,
    decided_by     text,
    decided_at     timestamptz,
    note           text,
    expires_at     timestamptz not null,
    taken_at       timestamptz,
    constraint nobody_decides_an_export_of_their_own check (decided_by <> requested_by),
    constraint an_export_is_decided_by_somebody check ((state = 'REQUESTED') = (decided_by is null))
);
comment on column workbook.export_request.institution_id is 'only it and what is below it; null for the whole scope of who asked';
comment on column workbook.export_request.requester_institution_id is 'where who asked works; null for who sees everything';
comment on column workbook.export_request.expires_at is 'after it nothing can be decided or taken any more';
create index export_request_by_requester on workbook.export_request (requested_by, requested_at desc);
create index export_request_to_decide on workbook.export_request (requested_at) where state = 'REQUESTED';
