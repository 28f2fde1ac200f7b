-- What rules found and nobody has shown to be wrong: what scores rather than judges may take it for a sign.
create view facts.standing_finding as
select id, rule_id, subject_kind, subject_id, institution_id, severity, state, first_seen, due_on,
       case when episode ~ '^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d' then left(episode, 19)::timestamp at time zone 'Asia/Shanghai' end as at,
       case when episode ~ '^\d{4}-\d\d-\d\d' then left(episode, 10)::date else first_seen end as seen_on,
       case when episode ~ '^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d' then left(episode, 19) else rule_id || ' ' || episode end as record
  from supervision.finding
 where present and state <> 'DISMISSED';
comment on view facts.standing_finding is 'a finding whose facts still stand and that nobody dismissed';
comment on column facts.standing_finding.at is 'when it happened; null where it is not of a moment';
comment on column facts.standing_finding.record is 'tells the record it is about from others of its subject: several rules may find the same trip';
grant select on facts.standing_finding to rule_reader;

-- One sign of one record: made anew after every sweep, never changed.
create table supervision.contribution (
    id             bigint generated always as identity primary key,
    model          text not null,
    signal         text not null,
    evidence       text not null,
    vehicle_id     uuid not null,
    driver_id      uuid,
    institution_id uuid not null,
    record         text not null,
    seen_on        date not null,
    weight         numeric not null constraint weight_is_a_probability check (weight > 0 and weight < 1),
    finding_id     uuid,
    told_zh        text,
    told_en        text
);
comment on column supervision.contribution.record is 'what it is a sign in: signs in one record count once, by the strongest';
create index contribution_of_vehicle on supervision.contribution (vehicle_id);
create index contribution_of_driver on supervision.contribution (driver_id) where driver_id is not null;
create index contribution_of_finding on supervision.contribution (finding_id) where finding_id is not null;
create index contribution_of_institution on supervision.contribution (institution_id);

-- How likely it is that there is something to it, taken together.
create table supervision.suspicion (
    kind           text not null constraint suspicion_kind_is_known check (kind in ('vehicle', 'driver', 'institution')),
    subject_id     uuid not null,
    institution_id uuid not null,
    title          text not null,
    score          numeric not null,
    records        integer not null,
    vehicles       integer not null,
    by_model       jsonb not null,
    by_evidence    jsonb not null,
    primary key (kind, subject_id)
);
comment on column supervision.suspicion.score is 'of a vehicle or driver a probability; of an institution how many of its vehicles are to be expected to have something to it';
comment on column supervision.suspicion.vehicles is 'of an institution: how many it holds; otherwise 1';
create index suspicion_by_score on supervision.suspicion (kind, score desc);
create index suspicion_of_institution on supervision.suspicion (institution_id, kind);

create table supervision.scoring (
    made        text primary key,
    as_of       date not null,
    finished_at timestamptz not null,
    ms          integer not null,
    rows        integer not null
);
comment on table supervision.scoring is 'what was last computed after a sweep, for which day, and how long it took';

select kernel.guard_ledger(t, '') from unnest(array['supervision.contribution', 'supervision.suspicion']::regclass[]) t;
select kernel.guard_open('supervision.scoring');
select kernel.let_accounts_in();
