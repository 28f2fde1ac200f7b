-- 机构调整: what becomes of institutions on a day. What one did to the ledgers stands in the life line, from its first
-- change to its last in its transaction; there it is found again when it is taken back.
create table ledger.reorganization (
    id              uuid primary key default gen_random_uuid(),
    version         integer not null default 1,
    name            text not null,
    approval_no     text not null,
    effective_on    date not null,
    state           text not null default 'DRAFT'
        constraint reorganization_has_a_known_state check (state in ('DRAFT', 'PLANNED', 'APPLIED', 'UNDONE')),
    steps           jsonb not null,
    institution_ids uuid[] not null,
    created_by      text not null,
    created_at      timestamptz not null,
    applied_by      text,
    planned_at      timestamptz,
    applied_at      timestamptz,
    undone_by       text,
    undone_at       timestamptz,
    problem         jsonb,
    transaction     xid8,
    first_change    bigint,
    last_change     bigint,
    constraint a_reorganization_is_found_in_the_life_line check
        ((state in ('APPLIED', 'UNDONE')) = (num_nulls(applied_at, transaction, first_change, last_change) = 0)),
    constraint a_reorganization_is_decided_by_somebody check ((state = 'DRAFT') = (applied_by is null))
);
comment on column ledger.reorganization.steps is 'kind, institution, target, name: taken in this order';
comment on column ledger.reorganization.institution_ids is 'all that the steps name: whoever sees one of them sees it';
comment on column ledger.reorganization.applied_by is 'who decided it; what is planned is done by the house on its day';
comment on column ledger.reorganization.problem is 'why it could not be done on its day: key of the sentence, and the facts in it';
create index reorganization_by_day on ledger.reorganization (effective_on desc, created_at desc);

select kernel.guard('ledger.reorganization', 'exists (select from organization.below where below.member = any (institution_ids) and below.root = any ((select kernel.roots(''reads''))::uuid[]))', 'insert, update, delete',
                    'exists (select from organization.below where below.member = any (institution_ids) and below.root = any ((select kernel.roots(''writes''))::uuid[]))');
select kernel.let_accounts_in();
