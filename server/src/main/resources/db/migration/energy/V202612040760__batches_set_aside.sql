-- Batches of which nothing could be read, or that name another gateway than sent them: only who sent them was told.
create table energy.batch_set_aside (
    id             bigint generated always as identity primary key,
    institution_id uuid,
    source         text not null,
    at             timestamptz not null,
    reason         text not null,
    content        bytea not null,
    size           integer not null,
    digest         text not null constraint batch_set_aside_once unique,
    tries          integer not null default 0,
    tried_at       timestamptz,
    discarded_at   timestamptz,
    discarded_by   text,
    note           text,
    constraint batch_set_aside_discarded_by_somebody_for_a_reason check (num_nulls(discarded_at, discarded_by, note) in (0, 3))
);
comment on table energy.batch_set_aside is 'whole batches of readings that were refused as such, until they are taken, discarded or too old';
comment on column energy.batch_set_aside.institution_id is 'of the source; null until somebody registers it';
comment on column energy.batch_set_aside.source is 'as energy.reading_batch.source';
comment on column energy.batch_set_aside.at is 'when it came first';
comment on column energy.batch_set_aside.reason is 'type of the refusal, without its beginning: meters/json-unfit';
comment on column energy.batch_set_aside.content is 'as it came, whatever it is; the beginning of what is too large for a batch';
comment on column energy.batch_set_aside.size is 'bytes of all of it';
comment on column energy.batch_set_aside.digest is 'SHA-256 of source and content: the same told twice is one row';
create index batch_set_aside_in_order on energy.batch_set_aside (at);
create index batch_set_aside_waiting on energy.batch_set_aside (source) where discarded_at is null;
create index batch_set_aside_of_institution on energy.batch_set_aside (institution_id);
create index batch_set_aside_of_nobody on energy.batch_set_aside (source) where institution_id is null;
select kernel.guard('energy.batch_set_aside', kernel.within('reads', 'institution_id'));
select kernel.let_accounts_in();
