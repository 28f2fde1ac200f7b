-- Nobody but the person invited ever knows a password: an account begins without one, and with a link that works once.
alter table identity.account alter column password_hash drop not null;

create table identity.invitation (
    account_id bigint primary key references identity.account (id),
    token_hash bytea not null constraint invitation_is_unique unique,
    expires_at timestamptz not null
);
comment on column identity.invitation.token_hash is 'SHA-256 of the token: who reads this table cannot use it';
