-- Whoever must choose another password after a time would otherwise choose the one before again.
create table identity.former_password (
    id            bigint generated always as identity primary key,
    account_id    bigint not null references identity.account on delete cascade,
    password_hash text not null,
    left_at       timestamptz not null
);
create index former_password_of_account on identity.former_password (account_id, id desc);
do $$
begin
    perform kernel.guard('identity.former_password', 'false');
end $$;
select kernel.let_accounts_in();
