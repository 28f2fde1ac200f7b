-- Every wording a rule had here, so that what it found then and what it would find now can be set side by side.
create table supervision.rule_version (
    rule_id      text not null references supervision.rule,
    hash         text not null,
    rule_yml     text not null,
    find_sql     text not null,
    unjudged_sql text,
    cases        text not null,
    loaded_at    timestamptz not null default now(),
    primary key (rule_id, hash)
);
comment on column supervision.rule_version.hash is 'of all that decides what is found: cases may change under it';
select kernel.guard_open('supervision.rule_version');

-- A rule asked aside: over past days, in two wordings, or night by night without findings.
create table supervision.trial (
    id             uuid primary key default gen_random_uuid(),
    kind           text not null constraint trial_kind_is_known check (kind in ('BACK_TEST', 'COMPARISON', 'SHADOW')),
    rule_id        text not null references supervision.rule,
    hash           text not null,
    other_hash     text,
    proposals      jsonb not null default '[]',
    institution_id uuid,
    days           date[] not null,
    days_done      integer not null default 0,
    state          text not null default 'WAITING'
                   constraint trial_state_is_known check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED')),
    reason         text,
    requested_by   text not null,
    requested_at   timestamptz not null,
    finished_at    timestamptz,
    ended_by       text,
    end_reason     text
);
comment on table supervision.trial is 'nothing of it becomes a finding';
comment on column supervision.trial.other_hash is 'wording it is compared with; null for the same';
comment on column supervision.trial.proposals is '[{parameter, division, dims, value}] that the other side is judged by';
comment on column supervision.trial.institution_id is 'whose part of the tree it was about; null for all';
create index trial_of_rule on supervision.trial (rule_id, requested_at desc);
create unique index rule_is_in_shadow_once on supervision.trial (rule_id, proposals) where kind = 'SHADOW' and state = 'RUNNING';
select kernel.guard_open('supervision.trial');
-- As for sweeps: that they may is decided in code.
create policy governs_in on supervision.trial for insert to yiti_sees_all, yiti_all with check (true);
create policy governs on supervision.trial for update to yiti_sees_all, yiti_all using (true) with check (true);
create policy governs_out on supervision.trial for delete to yiti_sees_all, yiti_all using (true);

create table supervision.trial_day (
    trial_id uuid not null references supervision.trial on delete cascade,
    day      date not null,
    side     text not null constraint side_is_known check (side in ('PRESENT', 'OTHER')),
    ms       integer not null,
    entered  bigint not null,
    altered  bigint not null,
    error    text,
    primary key (trial_id, side, day)
);
comment on column supervision.trial_day.entered is 'rows of the ledgers the rule watches that were entered after that day';
comment on column supervision.trial_day.altered is 'of these ledgers, changed or removed after that day: what they were then is not judged';
select kernel.guard_open('supervision.trial_day');

create table supervision.trial_hit (
    trial_id       uuid not null references supervision.trial on delete cascade,
    side           text not null,
    day            date not null,
    subject_id     uuid not null,
    episode        text not null,
    institution_id uuid not null,
    subject_title  text,
    actual         numeric,
    limit_value    numeric,
    primary key (trial_id, side, day, subject_id, episode)
);
comment on column supervision.trial_hit.subject_title is 'null where the question was written here: what it calls a title may be anything';
create index trial_hit_by_institution on supervision.trial_hit (trial_id, institution_id);
select kernel.guard_ledger('supervision.trial_hit', '');
select kernel.let_accounts_in();
