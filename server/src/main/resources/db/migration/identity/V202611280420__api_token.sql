-- What machines come with instead of a session. Whoever reads this table cannot use it.
create table identity.api_token (
    id          uuid primary key default gen_random_uuid(),
    account_id  bigint not null references identity.account (id),
    name        text not null,
    token_hash  bytea not null constraint api_token_is_unique unique,
    permissions text[] not null constraint api_token_permits_something check (cardinality(permissions) > 0),
    ranges      text[] not null,
    issued_by   text not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    revoked_at  timestamptz,
    used_at     timestamptz,
    used_from   text,
    constraint api_token_lives_a_year_at_most check (expires_at > created_at and expires_at <= created_at + interval '366 days')
);
comment on column identity.api_token.token_hash is 'SHA-256 of the token';
comment on column identity.api_token.permissions is 'codes of permissions; of these, what the role of the account permits at the moment of use';
comment on column identity.api_token.ranges is 'CIDR ranges it may be used from; empty for anywhere';
create index api_token_of_account on identity.api_token (account_id);
