-- Duties of whoever holds personal or important data.
create schema datasecurity;

-- 信息系统和日志留存: A system, how long it keeps its network logs, and whether important data lies in it.
create table datasecurity.information_system (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    code           text not null,
    name           text not null,
    starts_on      date not null,
    ends_on        date,
    log_days       integer constraint information_system_log_days_is_plausible check (log_days between 0 and 36500),
    important_data boolean not null default false,
    personal_data  boolean not null default false,
    constraint information_system_is_kept_once unique (code, institution_id),
    constraint information_system_ends_on_is_not_before_starts_on check (ends_on >= starts_on)
);
create index information_system_by_starts_on on datasecurity.information_system (starts_on, id);
create index information_system_of_institution on datasecurity.information_system (institution_id);

-- 个人信息处理活动: What is done with which personal data, on what basis and for how long.
create table datasecurity.processing_activity (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    activity_no    text not null,
    name           text not null,
    purpose        text,
    data_class     text not null,
    basis          text,
    basis_no       text,
    automated      boolean not null default false,
    shared         boolean not null default false,
    starts_on      date not null,
    ends_on        date,
    retention_days integer constraint processing_activity_retention_days_is_plausible check (retention_days between 0 and 36500),
    erased_on      date,
    constraint processing_activity_is_kept_once unique (activity_no, institution_id),
    constraint processing_activity_ends_on_is_not_before_starts_on check (ends_on >= starts_on)
);
create index processing_activity_by_starts_on on datasecurity.processing_activity (starts_on, id);
create index processing_activity_of_institution on datasecurity.processing_activity (institution_id);

-- 个人信息保护影响评估: What was thought of beforehand, and how long the report is kept.
create table datasecurity.impact_assessment (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    activity_id    uuid not null references datasecurity.processing_activity,
    assessed_on    date not null,
    report_no      text,
    conclusion     text,
    kept_until     date,
    constraint impact_assessment_is_kept_once unique (assessed_on, activity_id),
    constraint impact_assessment_kept_until_is_not_before_assessed_on check (kept_until >= assessed_on)
);
create index impact_assessment_of_institution on datasecurity.impact_assessment (institution_id);
create index impact_assessment_of_activity on datasecurity.impact_assessment (activity_id);

-- 数据提供和委托处理记录: To whom personal or important data went, what for, and how long that is on record.
create table datasecurity.provision (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    record_no      text not null,
    kind           text not null,
    data           text not null,
    recipient      text not null,
    scope          text,
    provided_on    date not null,
    agreement_no   text,
    kept_until     date,
    constraint provision_is_kept_once unique (record_no, institution_id),
    constraint provision_kept_until_is_not_before_provided_on check (kept_until >= provided_on)
);
create index provision_by_provided_on on datasecurity.provision (provided_on, id);
create index provision_of_institution on datasecurity.provision (institution_id);

-- 重要数据风险评估: What a year of important data was assessed to risk, and whom that was reported to.
create table datasecurity.risk_assessment (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    year           integer not null constraint risk_assessment_year_is_plausible check (year between 2021 and 2100),
    assessed_on    date not null,
    reported_on    date,
    reported_to    text,
    report_no      text,
    constraint risk_assessment_is_kept_once unique (year, institution_id),
    constraint risk_assessment_reported_on_is_not_before_assessed_on check (reported_on >= assessed_on)
);
create index risk_assessment_of_institution on datasecurity.risk_assessment (institution_id);

-- 个人信息保护合规审计: Whether what is done with personal data keeps the law, as somebody looked at it.
create table datasecurity.compliance_audit (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    audited_on     date not null,
    auditor        text,
    report_no      text,
    problems       integer constraint compliance_audit_problems_is_plausible check (problems between 0 and 10000),
    mended_on      date,
    constraint compliance_audit_is_kept_once unique (audited_on, institution_id),
    constraint compliance_audit_mended_on_is_not_before_audited_on check (mended_on >= audited_on)
);
create index compliance_audit_of_institution on datasecurity.compliance_audit (institution_id);

-- 数据安全事件: What went wrong, and when it was found, contained, reported and told to whom it concerns.
create table datasecurity.incident (
    id              uuid primary key default kernel.new_id(),
    version         integer not null default 1,
    institution_id  uuid not null,
    incident_no     text not null,
    title           text not null,
    kind            text not null,
    public_interest boolean not null default false,
    personal        boolean not null default false,
    harmless        boolean not null default false,
    found_at        timestamptz not null,
    contained_at    timestamptz,
    reported_at     timestamptz,
    notified_at     timestamptz,
    constraint incident_is_kept_once unique (incident_no, institution_id),
    constraint incident_contained_at_is_not_before_found_at check (contained_at >= found_at),
    constraint incident_reported_at_is_not_before_found_at check (reported_at >= found_at),
    constraint incident_notified_at_is_not_before_found_at check (notified_at >= found_at)
);
create index incident_by_found_at on datasecurity.incident (found_at, id);
create index incident_of_institution on datasecurity.incident (institution_id);

-- 受托方和合同: Who builds, runs or keeps a system for others, by whose approval and until when.
create table datasecurity.processor (
    id               uuid primary key default kernel.new_id(),
    version          integer not null default 1,
    institution_id   uuid not null,
    contract_no      text not null,
    processor        text not null,
    service          text not null,
    approval_no      text,
    approved_on      date,
    duties_agreed    boolean not null default false,
    starts_on        date not null,
    ends_on          date,
    access_closed_on date,
    data_returned_on date,
    constraint processor_is_kept_once unique (contract_no, institution_id),
    constraint processor_ends_on_is_not_before_starts_on check (ends_on >= starts_on)
);
create index processor_by_starts_on on datasecurity.processor (starts_on, id);
create index processor_of_institution on datasecurity.processor (institution_id);

select lifeline.attach(t), kernel.guard_ledger(t) from unnest(array[
    'datasecurity.information_system',
    'datasecurity.processing_activity',
    'datasecurity.impact_assessment',
    'datasecurity.provision',
    'datasecurity.risk_assessment',
    'datasecurity.compliance_audit',
    'datasecurity.incident',
    'datasecurity.processor']::regclass[]) t;
select kernel.let_accounts_in();

