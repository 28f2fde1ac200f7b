-- Who may do what is no longer what an account is, but what it was given: by whom, where, for what purpose, how long.
alter table identity.account drop constraint role_is_known;
alter table identity.account add constraint role_is_known check (role in
    ('ADMINISTRATOR', 'OFFICER', 'INSPECTOR', 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'));
alter table identity.account add column left_at timestamptz, add column left_by text;
comment on column identity.account.role is 'what it was opened for; what it may do stands in identity.grant';
comment on column identity.account.everything is 'was opened for all institutions; what it may do stands in identity.grant';
comment on column identity.account.left_at is 'since when whoever it belonged to is gone';

create table identity.grant (
    id             uuid primary key default gen_random_uuid(),
    account_id     bigint not null references identity.account (id) on delete cascade,
    holder         text not null,
    role           text constraint granted_role_is_known check (role in
                   ('ADMINISTRATOR', 'OFFICER', 'INSPECTOR', 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR')),
    permission     text,
    institution_id uuid,
    purpose        text not null,
    reason         text,
    starts_at      timestamptz not null,
    ends_at        timestamptz,
    granted_at     timestamptz not null,
    granted_by     text not null,
    revoked_at     timestamptz,
    revoked_by     text,
    delegated_from uuid references identity.grant (id) on delete cascade,
    valid          tstzrange not null generated always as (
                   case when revoked_at <= starts_at then 'empty'::tstzrange else tstzrange(starts_at, least(ends_at, revoked_at)) end) stored,
    duty           text generated always as (case when role like '%\_ADMINISTRATOR' then role end) stored,
    constraint a_role_or_a_permission_is_granted check (num_nonnulls(role, permission) = 1),
    constraint a_grant_ends_after_it_starts check (ends_at > starts_at),
    constraint administrators_duties_are_granted_as_roles check (permission not in ('ACCOUNT', 'GRANT', 'AUDIT')),
    constraint administrators_duties_are_not_delegated check (delegated_from is null or role is null or role not like '%\_ADMINISTRATOR'),
    constraint a_delegation_lasts_thirty_days_at_most check (delegated_from is null or ends_at <= starts_at + interval '30 days'),
    constraint a_delegation_has_an_end check (delegated_from is null or ends_at is not null),
    -- 三员分立: whatever account of theirs, whoever grants, at any moment.
    constraint one_person_has_one_administrators_duty exclude using gist (holder with =, duty with <>, valid with &&)
        where (duty is not null)
);
comment on table identity.grant is 'kept for good: ended by time, or by being revoked';
comment on column identity.grant.holder is 'the person the account belongs to, or the account where it belongs to nobody; kept by triggers';
comment on column identity.grant.institution_id is 'where the part of the tree hangs that it is for; none for everywhere';
comment on column identity.grant.delegated_from is 'the grant of somebody else that it passes on, and without which it is nothing';
create index grant_of_account on identity.grant (account_id);
create index grant_delegated_from on identity.grant (delegated_from) where delegated_from is not null;

create function identity.holder(of_account bigint) returns text
    language sql stable as $$
    select coalesce('person/' || a.person_id, 'account/' || a.id) from identity.account a where a.id = of_account
$$;
create function identity.keep_holder() returns trigger
    language plpgsql as $$
begin
    new.holder := identity.holder(new.account_id);
    if new.granted_by = (select a.account from identity.account a where a.id = new.account_id) then
        raise exception 'nobody grants themselves anything' using errcode = 'check_violation', constraint = 'nobody_grants_themselves';
    end if;
    if exists (select from identity.grant source where source.id = new.delegated_from and source.delegated_from is not null) then
        raise exception 'what was delegated is not delegated further' using errcode = 'check_violation', constraint = 'a_delegation_is_not_passed_on';
    end if;
    return new;
end $$;
create trigger keeps_holder before insert or update of account_id, holder, delegated_from on identity.grant for each row execute function identity.keep_holder();
create function identity.follow_person() returns trigger
    language plpgsql as $$
begin
    update identity.grant set holder = '' where account_id = new.id;
    return null;
end $$;
create trigger follows_person after update of person_id on identity.account for each row
    when (old.person_id is distinct from new.person_id) execute function identity.follow_person();

-- What everybody had so far, they have been granted.
insert into identity.grant (account_id, role, institution_id, purpose, starts_at, granted_at, granted_by, holder)
select id, role, case when not everything then institution_id end, 'DAILY', created_at, now(), 'yiti', ''
  from identity.account where enabled and (everything or institution_id is not null);

-- For what, and for whom, somebody works in a session.
alter table identity.session add column purpose text, add column on_behalf_of text;
comment on column identity.session.purpose is 'none for what comes first: day-to-day work of one''s own';

create table identity.left_behind (
    id             uuid primary key default gen_random_uuid(),
    account_id     bigint not null references identity.account (id) on delete cascade,
    kind           text not null,
    object_id      uuid not null,
    title          text not null,
    institution_id uuid,
    at             timestamptz not null,
    successor      text,
    assigned_at    timestamptz,
    assigned_by    text,
    constraint what_was_left_is_named_once unique (account_id, kind, object_id)
);
comment on table identity.left_behind is 'what somebody who left had not finished, and who has it now';

select kernel.guard_open('identity.grant', 'insert, update');
select kernel.guard_open('identity.left_behind', 'insert, update');
select kernel.let_accounts_in();
