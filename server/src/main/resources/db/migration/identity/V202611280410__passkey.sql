-- What an authenticator is told instead of a name: it says nothing about anybody (WebAuthn Level 3, 14.6.1).
alter table identity.account
    add column user_handle uuid not null default gen_random_uuid() constraint user_handle_is_unique unique;

create table identity.passkey (
    id              uuid primary key default gen_random_uuid(),
    account_id      bigint not null references identity.account (id),
    name            text not null,
    credential_id   bytea not null constraint passkey_belongs_to_one_account unique,
    public_key      bytea not null,
    sign_count      bigint not null,
    user_verified   boolean not null,
    backup_eligible boolean not null,
    backed_up       boolean not null,
    transports      text[] not null,
    created_at      timestamptz not null,
    used_at         timestamptz
);
comment on column identity.passkey.public_key is 'attested credential data (WebAuthn 6.5.1): kind of authenticator, credential id, COSE key; nothing secret';
comment on column identity.passkey.sign_count is 'of the last use; one that goes back may be a copy';
create index passkey_of_account on identity.passkey (account_id);

create table identity.passkey_challenge (
    challenge_hash bytea primary key,
    purpose        text not null constraint challenge_purpose_is_known
                   check (purpose in ('REGISTRATION', 'SIGN_IN', 'SECOND_FACTOR', 'CONFIRMATION')),
    account_id     bigint references identity.account (id),
    expires_at     timestamptz not null,
    constraint only_signing_in_begins_without_an_account check (purpose = 'SIGN_IN' or account_id is not null)
);
create index passkey_challenge_expiry on identity.passkey_challenge (expires_at);

-- Everything that counts as a second factor, asked by whoever only wants to know whether there is one.
create view identity.second_factor as
select account_id, 'TOTP' as kind from identity.authenticator where confirmed_at is not null
union all
select account_id, 'PASSKEY' from identity.passkey;
