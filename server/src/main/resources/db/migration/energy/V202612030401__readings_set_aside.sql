-- Readings that were refused and that nobody sends again: devices say a thing once, and whoever could mend it is not there then.
create table energy.set_aside (
    id             bigint generated always as identity primary key,
    institution_id uuid not null,
    source         text not null,
    batch          text not null,
    meter          text not null,
    at             timestamptz not null,
    reason         text not null,
    content        text not null,
    digest         text not null constraint set_aside_once unique,
    tries          integer not null default 0,
    tried_at       timestamptz,
    discarded_at   timestamptz,
    discarded_by   text,
    note           text,
    constraint set_aside_discarded_by_somebody_for_a_reason check (num_nulls(discarded_at, discarded_by, note) in (0, 3))
);
comment on table energy.set_aside is 'readings from gateways, collectors and devices asked in turn that were refused, until they are taken, discarded or too old';
comment on column energy.set_aside.institution_id is 'of the source: whose the meter is may be what is not known';
comment on column energy.set_aside.source is 'as energy.reading_batch.source';
comment on column energy.set_aside.meter is 'as the source calls it';
comment on column energy.set_aside.at is 'when it came';
comment on column energy.set_aside.reason is 'type of the refusal, without its beginning: energy/meter-not-known';
comment on column energy.set_aside.content is 'JSON of the reading as it was told';
comment on column energy.set_aside.digest is 'SHA-256 of source and content: the same told twice is one row';
create index set_aside_in_order on energy.set_aside (at);
create index set_aside_waiting on energy.set_aside (source, reason) where discarded_at is null;
create index set_aside_of_institution on energy.set_aside (institution_id);
select kernel.guard('energy.set_aside', kernel.within('reads', 'institution_id'));
select kernel.let_accounts_in();
