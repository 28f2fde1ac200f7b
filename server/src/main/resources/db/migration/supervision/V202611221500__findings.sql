create schema supervision;

-- The rules that ship, as last loaded, with what people decided about them here.
create table supervision.rule (
    id            text primary key,
    code          text not null,
    module        text not null,
    title_zh      text not null,
    title_en      text not null,
    severity      text not null constraint rule_severity_is_known check (severity in ('VIOLATION', 'SUSPICION', 'REMINDER')),
    confidence    text not null,
    subject_kind  text not null,
    unit          text,
    basis         jsonb not null,
    parameters    text[] not null,
    watches       text[] not null,
    evidence      jsonb not null,
    explain_zh    text not null,
    explain_en    text not null,
    remedy_zh     text not null,
    remedy_en     text not null,
    due_days      integer not null,
    find_sql      text not null,
    unjudged_sql  text,
    cases         text not null,
    hash          text not null,
    shipped       boolean not null default true,
    enabled       boolean not null,
    switched_by   text,
    switched_at   timestamptz,
    switch_reason text,
    last_run_at   timestamptz,
    last_run_ms   integer,
    last_error    text,
    constraint switched_rule_names_who_and_why check (num_nonnulls(switched_by, switched_at, switch_reason) in (0, 3))
);
comment on column supervision.rule.shipped is 'false: no longer in rules/; kept for its findings, never run';
comment on column supervision.rule.evidence is '[{name, zh, en, unit, codes}]: columns of the evidence, in order';
comment on column supervision.rule.last_error is 'message of the last run when it failed; null when it did not';

create sequence supervision.finding_number;

create function supervision.next_finding_number(on_day date) returns text
    language sql volatile as $$
    select 'F' || extract(year from on_day) || '-' || lpad(n, greatest(5, length(n)), '0') from (select nextval('supervision.finding_number')::text as n) next
$$;

create table supervision.finding (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    number         text not null constraint finding_number_is_unique unique,
    rule_id        text not null references supervision.rule,
    rule_hash      text not null,
    subject_kind   text not null,
    subject_id     uuid not null,
    subject_title  text not null,
    institution_id uuid not null,
    episode        text not null default '',
    severity       text not null constraint finding_severity_is_known check (severity in ('VIOLATION', 'SUSPICION', 'REMINDER')),
    state          text not null default 'NEW' constraint finding_state_is_known
                   check (state in ('NEW', 'VERIFYING', 'EXPLAINING', 'RECTIFYING', 'REVIEWING', 'CLOSED', 'DISMISSED', 'MENDED')),
    actual         numeric,
    limit_value    numeric,
    excess         numeric,
    unit           text,
    facts          jsonb not null,
    evidence       jsonb not null,
    parameters     jsonb not null,
    fingerprint    text not null,
    present        boolean not null default true,
    first_seen     date not null,
    last_seen      date not null,
    reopened_on    date,
    mended_on      date,
    due_on         date not null,
    assignee       text,
    constraint finding_is_made_once unique (rule_id, subject_id, episode)
);
comment on column supervision.finding.episode is 'tells apart what the rule finds of one subject: a trip, a year, a building';
comment on column supervision.finding.facts is 'columns of the question that the sentence speaks of, title, actual, limit and excess included';
comment on column supervision.finding.parameters is '[{parameter, dims, value, unit, validFrom, source, article, region, confidence}] the judgement stood on';
comment on column supervision.finding.fingerprint is 'of what was found without what changes by the mere passing of time';
comment on column supervision.finding.present is 'whether the last judgement found it';
comment on column supervision.finding.due_on is 'calendar days of the rule after the day it was found, or found again; people may set another';
create index finding_of_institution on supervision.finding (institution_id, state);
create index finding_of_subject on supervision.finding (subject_id);
create index finding_by_state on supervision.finding (state, due_on);
create index finding_of_assignee on supervision.finding (assignee) where assignee is not null;

create table supervision.finding_event (
    id         bigint generated always as identity primary key,
    finding_id uuid not null references supervision.finding on delete cascade,
    at         timestamptz not null default now(),
    actor      text,
    step       text not null,
    from_state text,
    to_state   text not null,
    note       text,
    due_on     date,
    assignee   text,
    details    jsonb
);
comment on column supervision.finding_event.actor is 'null: the judgement itself';
comment on column supervision.finding_event.step is 'of the judgement: FOUND, FACTS_CHANGED, MENDED, FOUND_AGAIN; the others are steps of people';
comment on column supervision.finding_event.details is 'FACTS_CHANGED, FOUND_AGAIN: {before, after} of actual value, limit and evidence';
create index event_of_finding on supervision.finding_event (finding_id, id);

create table supervision.sweep (
    id           uuid primary key default gen_random_uuid(),
    state        text not null default 'WAITING' constraint sweep_state_is_known check (state in ('WAITING', 'RUNNING', 'DONE')),
    requested_by text,
    requested_at timestamptz not null default now(),
    as_of        date not null,
    started_at   timestamptz,
    finished_at  timestamptz,
    rules_total  integer not null default 0,
    rules_done   integer not null default 0
);
comment on column supervision.sweep.requested_by is 'null: the nightly one';
create unique index one_sweep_at_a_time on supervision.sweep ((true)) where state <> 'DONE';
create index sweep_latest on supervision.sweep (requested_at desc);

create table supervision.sweep_result (
    sweep_id uuid not null references supervision.sweep on delete cascade,
    rule_id  text not null references supervision.rule,
    ms       integer not null,
    found    integer not null,
    added    integer not null,
    changed  integer not null,
    reopened integer not null,
    mended   integer not null,
    error    text,
    primary key (sweep_id, rule_id)
);
comment on column supervision.sweep_result.error is 'why the rule could not be run; null when it was';

-- What could not be judged for want of data.
create table supervision.unjudged (
    rule_id        text not null references supervision.rule,
    institution_id uuid not null,
    reason         text not null,
    objects        bigint not null,
    primary key (rule_id, institution_id, reason)
);

-- Judgements that are due because a ledger changed. Rows are taken by whoever judges.
create table supervision.pending_judgement (
    rule_id        text not null references supervision.rule,
    institution_id uuid,
    constraint judgement_is_pending_once unique nulls not distinct (rule_id, institution_id)
);
comment on column supervision.pending_judgement.institution_id is 'null: all of them';
