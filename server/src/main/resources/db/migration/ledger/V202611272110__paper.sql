-- Papers of objects and findings. Whose a paper is, its holder knows: it moves with the object it lies with.
create table ledger.paper (
    id             uuid primary key,
    holder_kind    text not null,
    holder_id      uuid not null,
    kind           text not null,
    title          text not null constraint a_paper_has_a_title check (title <> ''),
    number         text,
    dated_on       date,
    file_name      text not null,
    media_type     text not null,
    size           bigint not null constraint a_paper_is_not_empty check (size > 0),
    sha256         text not null,
    added_at       timestamptz not null,
    added_by       text not null,
    request_key    text,
    removed_at     timestamptz,
    removed_by     text,
    removal_reason text,
    constraint a_removal_tells_who_and_why check
        (num_nulls(removed_at, removed_by, removal_reason) in (0, 3))
);
comment on column ledger.paper.holder_kind is 'kind of object, as in /api/objects/{kind}, or finding';
comment on column ledger.paper.kind is 'code of paper-kind';
comment on column ledger.paper.number is '文号';
comment on column ledger.paper.dated_on is '成文日期';
comment on column ledger.paper.request_key is 'Idempotency-Key of the request that added it';
comment on column ledger.paper.removed_at is 'the content is gone; what it was, who removed it and why stays';
create unique index a_file_is_with_an_object_once on ledger.paper (holder_id, sha256) where removed_at is null;
create unique index a_request_adds_one_paper on ledger.paper (added_by, request_key) where request_key is not null;
create index paper_of_holder on ledger.paper (holder_id, added_at);

create table ledger.paper_chunk (
    paper_id uuid not null references ledger.paper,
    n        integer not null,
    bytes    bytea not null,
    primary key (paper_id, n)
);
alter table ledger.paper_chunk alter column bytes set storage external;
