create schema identity;

create table identity.account (
    id             bigint generated always as identity primary key,
    account        text not null constraint account_is_unique unique,
    name           text not null,
    password_hash  text not null,
    role           text not null constraint role_is_known check (role in ('ADMINISTRATOR', 'OFFICER', 'INSPECTOR')),
    institution_id uuid,
    everything     boolean not null default false,
    demonstration  boolean not null default false,
    enabled        boolean not null default true,
    created_at     timestamptz not null default now()
);
comment on column identity.account.everything is 'sees all institutions; otherwise the own one and those below it';
