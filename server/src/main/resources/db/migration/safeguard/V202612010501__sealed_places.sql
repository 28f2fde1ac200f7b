-- Columns and files of which nothing is left as it was before they were encrypted: what stands there unencrypted from then
-- on was put there past the server.
create table safeguard.sealed_place (
    name      text primary key,
    sealed_at timestamptz not null default clock_timestamp()
);
comment on table safeguard.sealed_place is 'what is not encrypted is not read there any more; each is told to the audit log';
comment on column safeguard.sealed_place.name is 'table and column; of files the table';
select kernel.guard_open('safeguard.sealed_place');
select kernel.let_accounts_in();
