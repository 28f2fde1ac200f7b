-- Answers to writes that named an Idempotency-Key, so that a repeated request is answered and not repeated.
create table kernel.answered_request (
    principal   text not null,
    key         text not null,
    fingerprint text not null,
    status      integer,
    location    text,
    body        bytea,
    at          timestamptz not null default now(),
    primary key (principal, key)
);
comment on column kernel.answered_request.status is 'null while the first request is still being answered';
create index answered_request_by_age on kernel.answered_request (at);
