-- What somebody has seen of what waits for them. A key says what and until when: a new day makes it new.
create table supervision.reminder_read (
    account text not null,
    key     text not null,
    read_at timestamptz not null,
    primary key (account, key)
);
select kernel.guard('supervision.reminder_read', 'account = (select kernel.account())', 'insert, delete');

-- What somebody wants to be told of elsewhere than on the screen.
create table supervision.subscription (
    id             uuid primary key default kernel.new_id(),
    account_id     bigint not null,
    account        text not null,
    channel        text not null constraint channel_is_known check (channel in ('MAIL', 'WEBHOOK')),
    address        text not null,
    secret         text,
    rhythm         text not null constraint rhythm_is_known check (rhythm in ('AT_ONCE', 'DAILY', 'WEEKLY')),
    kinds          text[] not null constraint something_is_subscribed
                   check (cardinality(kinds) > 0 and kinds <@ array['FINDING', 'MOVED', 'OWED', 'ASSIGNED', 'DUE', 'LATE', 'PACKAGE']),
    institution_id uuid,
    created_at     timestamptz not null,
    sent_at        timestamptz,
    stopped_at     timestamptz,
    stopped_why    text,
    constraint webhook_has_a_secret check ((channel = 'WEBHOOK') = (secret is not null)),
    constraint who_stops_says_why check (num_nonnulls(stopped_at, stopped_why) in (0, 2))
);
comment on column supervision.subscription.secret is 'what webhooks are signed with; sealed, bound to row and account';
comment on column supervision.subscription.institution_id is 'the part of the tree; null for all that the subscriber may see';
comment on column supervision.subscription.stopped_why is 'BY_OWNER, or why nothing could be delivered any more';
create index subscription_of_account on supervision.subscription (account);

-- One message, tried until it is taken or given up. Its id is the same every time.
create table supervision.message (
    id              uuid primary key default kernel.new_id(),
    subscription_id uuid not null references supervision.subscription on delete cascade,
    made_at         timestamptz not null,
    state           text not null default 'WAITING' constraint message_state_is_known check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
    tries           integer not null default 0,
    next_try_at     timestamptz not null,
    sent_at         timestamptz,
    error           text
);
comment on column supervision.message.error is 'why the last try failed';
create index message_to_send on supervision.message (next_try_at) where state = 'WAITING';
create index message_of_subscription on supervision.message (subscription_id, made_at desc);

-- The outbox: a line for each subscriber, written in the transaction of what it tells of. Number, rule and way, nothing else.
create table supervision.outbox (
    id              bigint generated always as identity primary key,
    subscription_id uuid not null references supervision.subscription on delete cascade,
    message_id      uuid references supervision.message on delete cascade,
    at              timestamptz not null,
    kind            text not null,
    institution_id  uuid not null,
    number          text not null,
    title_zh        text,
    title_en        text,
    path            text not null,
    due_on          date
);
create index outbox_waiting on supervision.outbox (subscription_id, at) where message_id is null;
create index outbox_of_message on supervision.outbox (message_id);

select kernel.guard('supervision.subscription', 'account = (select kernel.account())', 'insert, update, delete');
select kernel.guard_part('supervision.message', 'subscription_id', 'supervision.subscription');
select kernel.guard_part('supervision.outbox', 'subscription_id', 'supervision.subscription');

-- Who acts does not see who is to be told: therefore as the owner. Nobody is told of what they did themselves.
create function supervision.tell_subscribers(what_kind text, of_institution uuid, by_actor text, for_account text, happened timestamptz,
                                             what_number text, what_zh text, what_en text, what_path text, what_due date) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into supervision.outbox (subscription_id, at, kind, institution_id, number, title_zh, title_en, path, due_on)
    select s.id, happened, what_kind, of_institution, what_number, what_zh, what_en, what_path, what_due
      from supervision.subscription s
     where what_kind = any (s.kinds) and s.stopped_at is null and s.account is distinct from by_actor
       and (for_account is null or s.account = for_account)
       and (s.institution_id is null
            or exists (select from organization.below b where b.root = s.institution_id and b.member = of_institution))
$$;

revoke execute on function supervision.tell_subscribers from public;

create function supervision.tell_case_event() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from supervision.subscription) then
        perform supervision.tell_subscribers(e.kind, e.institution_id, e.actor, e.for_account, e.at, e.number, e.zh, e.en, '/cases/' || e.case_id, e.due)
           from (select n.case_id, n.at, n.actor, c.institution_id, c.number, coalesce(n.due_on, c.due_on) as due, r.title_zh as zh, r.title_en as en,
                        k.for_account, k.kind
                   from told n
                   join supervision.case_file c on c.id = n.case_id
                   left join lateral (
                        select r.title_zh, r.title_en
                          from supervision.case_finding m
                          join supervision.finding f on f.id = m.finding_id
                          join supervision.rule r on r.id = f.rule_id
                         where m.case_id = n.case_id order by m.id limit 1) r on true
                  cross join lateral (
                        select case when n.step = 'ASSIGN' then n.assignee end as for_account,
                               case when n.step = 'ASSIGN' then 'ASSIGNED'
                                    when n.step = 'REMINDED' then 'DUE'
                                    when n.step = 'ESCALATED' then 'LATE'
                                    when n.to_stage in ('EXPLAINING', 'RECTIFYING') and n.from_stage is distinct from n.to_stage then 'OWED'
                                    when n.step = 'OPENED' or n.from_stage is not null and n.from_stage <> n.to_stage then 'MOVED' end as kind
                         union all
                        -- a case is opened in somebody's charge
                        select c.assignee, 'ASSIGNED' where n.step = 'OPENED' and c.assignee is not null) k) e
          where e.kind is not null;
    end if;
    return null;
end $$;
create trigger tell_case_event after insert on supervision.case_event referencing new table as told
    for each statement execute function supervision.tell_case_event();

create function supervision.tell_finding_event() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from supervision.subscription) then
        perform supervision.tell_subscribers(e.kind, e.institution_id, e.actor, e.for_account, e.at, e.number, e.title_zh, e.title_en, '/findings/' || e.finding_id, e.due)
           from (select n.finding_id, n.at, n.actor, f.institution_id, f.number, coalesce(n.due_on, f.due_on) as due, r.title_zh, r.title_en,
                        case when n.step = 'ASSIGN' then n.assignee end as for_account,
                        case when n.step = 'ASSIGN' then 'ASSIGNED'
                             when n.step in ('FOUND', 'FOUND_AGAIN') and f.severity <> 'REMINDER' then 'FINDING' end as kind
                   from told n
                   join supervision.finding f on f.id = n.finding_id
                   join supervision.rule r on r.id = f.rule_id) e
          where e.kind is not null;
    end if;
    return null;
end $$;
create trigger tell_finding_event after insert on supervision.finding_event referencing new table as told
    for each statement execute function supervision.tell_finding_event();

create function supervision.tell_package() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform supervision.tell_subscribers('PACKAGE', c.institution_id, new.requested_by, null, new.requested_at, c.number, null, null, '/cases/' || c.id, null)
       from supervision.case_file c where c.id = new.case_id;
    return null;
end $$;
create trigger tell_package after insert on supervision.case_package for each row execute function supervision.tell_package();

select kernel.let_accounts_in();
