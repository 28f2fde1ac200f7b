-- Who somebody is elsewhere. Never guessed from a name or an address: bound by its owner.
create table identity.provider_link (
    id         uuid primary key default gen_random_uuid(),
    account_id bigint not null references identity.account (id),
    provider   text not null,
    issuer     text not null,
    subject    text not null,
    linked_at  timestamptz not null,
    used_at    timestamptz,
    constraint provider_subject_belongs_to_one_account unique (issuer, subject),
    constraint account_has_one_link_with_a_provider unique (account_id, issuer)
);
comment on column identity.provider_link.subject is 'sub of the ID token: unique and never used again within the issuer (OpenID Connect Core 5.7)';

-- Somebody has left for a provider and is awaited back.
create table identity.provider_attempt (
    state_hash      bytea primary key,
    browser_hash    bytea not null,
    provider        text not null,
    purpose         text not null constraint attempt_purpose_is_known check (purpose in ('SIGN_IN', 'LINK', 'INVITATION')),
    account_id      bigint references identity.account (id),
    invitation_hash bytea,
    nonce           text not null,
    verifier        text not null,
    expires_at      timestamptz not null,
    constraint attempt_to_link_is_somebodys check ((purpose = 'LINK') = (account_id is not null)),
    constraint attempt_by_invitation_has_one check ((purpose = 'INVITATION') = (invitation_hash is not null))
);
comment on column identity.provider_attempt.browser_hash is 'SHA-256 of a cookie: nobody finishes in one browser what was begun in another';
create index provider_attempt_expiry on identity.provider_attempt (expires_at);

alter table identity.session
    add column provider      text,
    add column strong        boolean not null default false,
    add column provider_hint text;
comment on column identity.session.strong is 'the provider has asked for two factors, and this house takes its word for it';
comment on column identity.session.provider_hint is 'the ID token, kept only where signing out here is to sign out there';
