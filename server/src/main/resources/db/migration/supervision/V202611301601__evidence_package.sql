-- The evidence of a case with what is masked otherwise and with its papers: asked for, decided by another, taken once.
create table supervision.case_package (
    id           uuid primary key default kernel.new_id(),
    case_id      uuid not null references supervision.case_file on delete cascade,
    purpose      text not null,
    reason       text not null,
    state        text not null default 'REQUESTED'
                 constraint package_state_is_known check (state in ('REQUESTED', 'APPROVED', 'REJECTED', 'TAKEN')),
    requested_by text not null,
    requested_at timestamptz not null,
    expires_at   timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    note         text,
    taken_at     timestamptz,
    constraint nobody_decides_on_their_own_package check (decided_by <> requested_by),
    constraint package_is_decided_whole check ((state = 'REQUESTED') = (decided_by is null) and (decided_by is null) = (decided_at is null))
);
create index package_of_case on supervision.case_package (case_id, requested_at desc);
select kernel.guard_part('supervision.case_package', 'case_id', 'supervision.case_file', 'insert, update');
select kernel.let_accounts_in();
