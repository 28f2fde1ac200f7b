alter table identity.account
    add column person_id           uuid,
    add column password_changed_at timestamptz,
    add column opened_by           text;
comment on column identity.account.person_id is 'whose it is, as the ledger of people knows them; none for machines and for the first one';
comment on column identity.account.opened_by is 'the account that opened this one';
create unique index account_of_person on identity.account (person_id) where enabled;

-- Servers keep nothing: whoever is signed in is a row, which any server finds and anybody entitled can end.
create table identity.session (
    id           uuid primary key default gen_random_uuid(),
    token_hash   bytea not null constraint session_token_is_unique unique,
    account_id   bigint not null references identity.account (id),
    started_at   timestamptz not null,
    seen_at      timestamptz not null,
    confirmed_at timestamptz,
    ended_at     timestamptz,
    address      text not null,
    agent        text not null
);
comment on column identity.session.token_hash is 'SHA-256 of the cookie: who reads this table cannot use it';
comment on column identity.session.confirmed_at is 'when they last proved who they are; none while the second factor is awaited';
create index session_of_account on identity.session (account_id) where ended_at is null;

create table identity.failed_sign_in (
    account text not null,
    address text not null,
    at      timestamptz not null
);
comment on column identity.failed_sign_in.account is 'the name that was tried, whether it exists or not';
create index failed_sign_in_recent on identity.failed_sign_in (at);

create table identity.authenticator (
    id           uuid primary key default gen_random_uuid(),
    account_id   bigint not null references identity.account (id),
    kind         text not null constraint authenticator_kind_is_known check (kind in ('TOTP')),
    name         text not null,
    secret       bytea not null,
    last_step    bigint not null default 0,
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    used_at      timestamptz
);
comment on column identity.authenticator.last_step is 'the time step of the last code taken: none is taken twice (RFC 6238 5.2)';
create index authenticator_of_account on identity.authenticator (account_id);

create table identity.recovery_code (
    account_id bigint not null references identity.account (id),
    code_hash  bytea not null,
    used_at    timestamptz,
    primary key (account_id, code_hash)
);
